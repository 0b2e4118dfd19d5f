package io.sharewire.facebook;

import io.sharewire.Pace;
import io.sharewire.Reason;
import io.sharewire.ShareResult;
import io.sharewire.http.ApiReply;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what every answer tells in its headers: how close the Page is to its limits, and which version answered. */
final class FacebookWatch implements Consumer<ApiReply.Answer> {

    private static final Logger LOG = LoggerFactory.getLogger(FacebookWatch.class);

    /** How long to stay away where Facebook names no time: the app's limit counts the last hour. */
    private static final Duration PAUSE = Duration.ofHours(1);

    private final FacebookSettings settings;
    private final Pace pace;
    private final Clock clock;
    private final AtomicBoolean otherVersionTold = new AtomicBoolean();

    FacebookWatch(FacebookSettings settings, Pace pace, Clock clock) {
        this.settings = settings;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public void accept(ApiReply.Answer answer) {
        FacebookUsage usage = FacebookUsage.of(answer.headers());
        if (usage.percent() >= settings.limits().usagePercent()) {
            Duration wait = usage.regain().isZero() ? PAUSE : usage.regain();
            pace.hold(new ShareResult.Rejected(
                    Reason.RATE_LIMITED,
                    "USAGE",
                    settings.name() + " has used " + usage.percent() + " % of its calls; Facebook blocks at 100.",
                    "Wait, or resume the target's pace if this post cannot wait.",
                    clock.instant().plus(wait)));
        }
        String served = answer.headers().get("facebook-api-version");
        if (served != null && !served.equals(settings.version()) && otherVersionTold.compareAndSet(false, true)) {
            LOG.warn(
                    "{}: Graph API {} answers instead of {}; set a version that is still there",
                    settings.name(),
                    served.replaceAll("[^\\w.]", "?"),
                    settings.version());
        }
    }
}
