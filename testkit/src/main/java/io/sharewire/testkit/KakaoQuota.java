package io.sharewire.testkit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was sent today; the day begins at midnight in Korea. */
final class KakaoQuota {

    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");
    private static final String MESSAGES = "messages";
    private static final String SHARES = "shares";

    private final Clock clock;
    private final KakaoRules rules;
    private final Map<String, Integer> used = new HashMap<>();
    private LocalDate day = LocalDate.MIN;

    KakaoQuota(Clock clock, KakaoRules rules) {
        this.clock = clock;
        this.rules = rules;
    }

    void reset() {
        used.clear();
    }

    boolean isOutOfMessages() {
        return used(MESSAGES) >= rules.messagesDaily;
    }

    void takeMessageCall() {
        take(MESSAGES);
    }

    boolean isOutOfShares() {
        return used(SHARES) >= rules.sharesDaily;
    }

    void takeShare() {
        take(SHARES);
    }

    /** Why one more message from the one to the other would be one too many; both may be the same person. */
    Optional<KakaoSendRefusal> refusal(KakaoPerson sender, KakaoPerson receiver) {
        if (used(sender(sender)) >= rules.senderDaily) {
            return Optional.of(KakaoSendRefusal.SENDER_QUOTA);
        }
        boolean memo = sender.equals(receiver);
        if (!memo && used(receiver(receiver)) >= rules.receiverDaily) {
            return Optional.of(KakaoSendRefusal.RECEIVER_QUOTA);
        }
        boolean pairCounts = !memo || rules.memosCountAsPair;
        return pairCounts && used(pair(sender, receiver)) >= rules.pairDaily
                ? Optional.of(KakaoSendRefusal.PAIR_QUOTA)
                : Optional.empty();
    }

    void take(KakaoPerson sender, KakaoPerson receiver) {
        take(sender(sender));
        take(pair(sender, receiver));
        if (!sender.equals(receiver)) {
            take(receiver(receiver));
        }
    }

    void takeFailed(KakaoPerson sender) {
        if (rules.failedSendsCount) {
            take(sender(sender));
        }
    }

    private static String sender(KakaoPerson person) {
        return "from " + person.id();
    }

    private static String receiver(KakaoPerson person) {
        return "to " + person.id();
    }

    private static String pair(KakaoPerson sender, KakaoPerson receiver) {
        return "from " + sender.id() + " to " + receiver.id();
    }

    private int used(String what) {
        roll();
        return used.getOrDefault(what, 0);
    }

    private void take(String what) {
        roll();
        used.merge(what, 1, Integer::sum);
    }

    private void roll() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), KOREA);
        if (!today.equals(day)) {
            day = today;
            used.clear();
        }
    }
}
