package io.sharewire.twitter;

import io.sharewire.Cost;
import io.sharewire.Problem;
import io.sharewire.Reason;
import io.sharewire.ShareResult;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The most an account may spend in a calendar month (UTC), and what it has spent.
 *
 * <p>The price is taken before the first byte is sent, so that two shares at the same time cannot both have the last of it.
 * What may be out counts as spent: a cap must not be passed by what is not known. Thread-safe.
 */
final class Budget {

    private static final String CODE = "MONTHLY_BUDGET";

    private final @Nullable Cost most;
    private final TwitterSpending spending;

    /** A budget; null for one without end, which only counts. */
    Budget(@Nullable Cost most, TwitterSpending spending) {
        this.most = most;
        this.spending = spending;
    }

    /** The month that a post at this time is charged to. */
    static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(ZoneOffset.UTC));
    }

    /** What keeps a draft of this price from being sent now. */
    Optional<Problem> problem(Cost price, Instant now) {
        return excess(price, month(now)).map(message -> Problem.error(CODE, message, remedy(month(now))));
    }

    /** Takes the price out of a month's budget, or says why not. */
    synchronized Optional<ShareResult> take(Cost price, YearMonth month) {
        Optional<ShareResult> refusal = excess(price, month)
                .map(message -> new ShareResult.Rejected(
                        Reason.QUOTA_EXHAUSTED, CODE, message, remedy(month), firstOf(month.plusMonths(1))));
        if (refusal.isEmpty()) {
            spending.add(month, price.amount());
        }
        return refusal;
    }

    /** Puts back what was taken for posts that were not made. */
    void giveBack(Cost price, YearMonth month) {
        if (price.amount().signum() != 0) {
            spending.add(month, price.amount().negate());
        }
    }

    private Optional<String> excess(Cost price, YearMonth month) {
        if (most == null) {
            return Optional.empty();
        }
        Cost spent = new Cost(spending.spent(month), most.currency());
        return spent.amount().add(price.amount()).compareTo(most.amount()) <= 0
                ? Optional.empty()
                : Optional.of("This costs " + price + ", and of the budget of " + most + " for " + month + ", " + spent
                        + " is spent.");
    }

    private static String remedy(YearMonth month) {
        return "Raise the monthly budget in the settings, or share it from "
                + month.plusMonths(1).atDay(1) + " (UTC) on.";
    }

    private static Instant firstOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
