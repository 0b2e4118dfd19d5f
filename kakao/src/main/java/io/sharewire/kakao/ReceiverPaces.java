package io.sharewire.kakao;

import io.sharewire.Pace;
import io.sharewire.Reason;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Holds back single receivers whose quota for the day is used up, while others can still get messages. Thread-safe. */
final class ReceiverPaces {

    /** The account itself, as a receiver. */
    static final String ME = "me";

    private final Map<String, Pace> paces = new ConcurrentHashMap<>();

    /** Takes note of a refusal of one receiver; only one with an end holds. */
    void observe(String receiver, ShareResult result) {
        if (result instanceof Rejected rejected && rejected.reason() == Reason.QUOTA_EXHAUSTED) {
            paces.computeIfAbsent(receiver, uuid -> new Pace()).hold(rejected);
        }
    }

    Optional<Rejected> refusal(String receiver, Instant now) {
        Pace pace = paces.get(receiver);
        if (pace == null) {
            return Optional.empty();
        }
        Optional<Rejected> refusal = pace.refusal(now).map(Rejected.class::cast);
        if (refusal.isEmpty()) {
            paces.remove(receiver, pace);
        }
        return refusal;
    }
}
