package io.sharewire.twitter;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What an account has spent on posts, by calendar month in UTC; backed by a database where several processes post for it.
 *
 * <p>Amounts are in the currency of the prices. Thread-safe.
 */
public interface TwitterSpending {

    /** What was spent in a month; asked for at each draft, so it must be quick. */
    BigDecimal spent(YearMonth month);

    /** Adds to it before posts are sent; a negative amount gives back what was not used after all. */
    void add(YearMonth month, BigDecimal amount);

    /** Counts for as long as the process lives, from nothing. */
    static TwitterSpending inMemory() {
        return new InMemorySpending();
    }
}
