package io.sharewire.testkit;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the faults of a send look at Kakao, whose own codes for trouble come with status 400. */
final class KakaoFaults {

    static final Set<Fault> POSSIBLE = possible();

    private KakaoFaults() {}

    private static Set<Fault> possible() {
        Set<Fault> possible = EnumSet.copyOf(Fault.COMMON);
        Collections.addAll(
                possible,
                Fault.STORED_THEN_EMPTY_BODY,
                Fault.STORED_THEN_NO_ID,
                Fault.STORED_THEN_INTERNAL_ERROR,
                Fault.STORED_THEN_TIMED_OUT,
                Fault.NOT_STORED_RESET,
                Fault.NOT_STORED_DELAYED,
                Fault.NOT_STORED_HTML_502,
                Fault.NOT_STORED_HTML_503,
                Fault.NOT_STORED_INTERNAL_ERROR,
                Fault.NOT_STORED_TIMED_OUT,
                Fault.NOT_STORED_MAINTENANCE,
                Fault.DAILY_LIMITED,
                Fault.NOT_RECOGNISED);
        return Collections.unmodifiableSet(possible);
    }

    /** What is answered instead of looking at the message at all; nothing if the fault lets it through. */
    static Optional<Answer> instead(@Nullable Fault fault) {
        if (fault == null || fault.stores()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (fault) {
                    case RATE_LIMITED -> KakaoErrors.limitExceeded();
                    case DAILY_LIMITED -> KakaoSendRefusal.SENDER_QUOTA.refuse().answer();
                    case NOT_RECOGNISED -> KakaoErrors.unknownToken().answer();
                    case NOT_STORED_500 -> KakaoErrors.internal(500);
                    case NOT_STORED_INTERNAL_ERROR -> KakaoErrors.internal(400);
                    case NOT_STORED_TIMED_OUT -> KakaoErrors.timedOut();
                    case NOT_STORED_MAINTENANCE -> KakaoErrors.inMaintenance();
                    case NOT_STORED_HTML_502 -> Answer.gateway(502, "Bad Gateway");
                    case NOT_STORED_HTML_503 -> Answer.gateway(503, "Service Unavailable");
                    case NOT_STORED_DELAYED -> KakaoErrors.internal(400).ending(Answer.Ending.DELAYED);
                    case NOT_STORED_RESET -> KakaoErrors.internal(400).ending(Answer.Ending.RESET);
                    default -> throw new IllegalStateException("Kakao cannot show " + fault);
                });
    }

    /** The answer to a message that is delivered by now, broken as the fault says. */
    static Answer afterwards(@Nullable Fault fault, Answer answer) {
        if (fault == Fault.STORED_THEN_INTERNAL_ERROR) {
            return KakaoErrors.internal(400);
        }
        if (fault == Fault.STORED_THEN_TIMED_OUT) {
            return KakaoErrors.timedOut();
        }
        if (fault == Fault.STORED_THEN_NO_ID) {
            return KakaoErrors.json(answer.status(), Json.object());
        }
        return answer.brokenBy(fault, Answer.gateway(500, "500 Internal Server Error"));
    }
}
