package io.sharewire.facebook;

import io.sharewire.Draft;
import io.sharewire.Media;
import io.sharewire.PayloadPart;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.ShareResult;
import io.sharewire.Sleeper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the post of a draft, after all that has to be there before it. */
final class FacebookPosting {

    private static final Logger LOG = LoggerFactory.getLogger(FacebookPosting.class);

    private final FacebookSettings settings;
    private final FacebookClient client;
    private final FacebookAnswers answers;
    private final Clock clock;
    private final Sleeper sleeper;

    FacebookPosting(
            FacebookSettings settings, FacebookClient client, FacebookAnswers answers, Clock clock, Sleeper sleeper) {
        this.settings = settings;
        this.client = client;
        this.answers = answers;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Page re-read and photos uploaded first: if that fails, nothing has become public. */
    ShareResult create(Draft draft) {
        PayloadPart part = draft.payload().get(0);
        FacebookForm form = FacebookForm.read(part.body());
        Optional<ShareResult> stopped = rescrape(form.value("link"));
        if (stopped.isPresent()) {
            return stopped.get();
        }
        boolean scheduled = form.value("scheduled_publish_time") != null;
        List<String> photoIds = new ArrayList<>();
        for (Media photo : draft.attachments()) {
            ShareResult uploaded = upload(photo, scheduled);
            if (!(uploaded instanceof ShareResult.Shared shared)) {
                return uploaded;
            }
            photoIds.add(shared.receipt().id());
        }
        Instant since = clock.instant();
        return client.createPost(part, photoIds)
                .toResult(settings.name(), since, answer -> answers.made(answer, since));
    }

    /** An upload whose outcome is unclear is one that failed: nobody can see an unpublished photo. */
    private ShareResult upload(Media photo, boolean scheduled) {
        Instant since = clock.instant();
        ShareResult result = client.uploadPhoto(photo, scheduled)
                .toResult(settings.name(), since, answer -> answers.made(answer, since));
        return result instanceof ShareResult.Unknown unknown
                ? new ShareResult.Rejected(
                        Reason.UNAVAILABLE,
                        "UPLOAD_FAILED",
                        "A photo could not be uploaded, so nothing was posted: "
                                + unknown.evidence().message(),
                        "Share again.",
                        null)
                : result;
    }

    /**
     * Has Facebook read the article's page anew, if the settings say so. Whatever goes wrong is no reason to keep the news
     * back, except a token that the post would be refused for as well.
     */
    private Optional<ShareResult> rescrape(@Nullable String link) {
        if (link == null || !settings.rescrape()) {
            return Optional.empty();
        }
        Instant since = clock.instant();
        ShareResult result = client.rescrape(link)
                .toResult(
                        settings.name(),
                        since,
                        answer -> answer.isSuccess()
                                        && FacebookAnswers.errorOf(answer).isEmpty()
                                ? new ShareResult.Shared(new Receipt(settings.name(), link, link, clock.instant()))
                                : answers.refused(answer, since));
        if (result instanceof ShareResult.Rejected rejected && rejected.reason() == Reason.UNAUTHORIZED) {
            return Optional.of(rejected);
        } else if (!(result instanceof ShareResult.Shared)) {
            LOG.warn(
                    "{}: Facebook did not read {} anew, the card may be old: {}",
                    settings.name(),
                    link,
                    describe(result));
        }
        try {
            sleeper.sleep(settings.rescrapePause());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new ShareResult.Rejected(
                    Reason.UNAVAILABLE,
                    "INTERRUPTED",
                    "The thread was interrupted before anything was posted to " + settings.name() + ".",
                    "Share again.",
                    null));
        }
    }

    /** For the log. */
    static String describe(ShareResult result) {
        return result.fold(
                shared -> "done",
                partly -> "partly done",
                rejected -> rejected.message() + " " + rejected.remedy(),
                unknown -> unknown.evidence().message());
    }
}
