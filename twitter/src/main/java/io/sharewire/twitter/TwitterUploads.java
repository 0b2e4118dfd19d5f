package io.sharewire.twitter;

import io.sharewire.Media;
import io.sharewire.Reason;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Unknown;
import io.sharewire.Sleeper;
import io.sharewire.http.ApiReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads a post's files before the post is made; nobody sees a file that no post has.
 *
 * <p>So whatever goes wrong here, nothing is public, and a call may be repeated. Ids live for a day and only for the account
 * that uploaded: they are never kept, each attempt uploads anew.
 */
final class TwitterUploads {

    /** 5 MiB, as X's manual has it, is refused by its edge. */
    static final int SEGMENT = 1 << 20;

    static final int SMALLEST_SEGMENT = 256 << 10;

    /** How long films are waited for. */
    static final Duration PATIENCE = Duration.ofMinutes(7);

    private static final Logger LOG = LoggerFactory.getLogger(TwitterUploads.class);

    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final TwitterSettings settings;
    private final TwitterClient client;
    private final Clock clock;
    private final Sleeper sleeper;

    TwitterUploads(TwitterSettings settings, TwitterClient client, Clock clock, Sleeper sleeper) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * What came of it.
     *
     * @param ids for the create call, in order
     * @param refusal why there is nothing to create; null if all went well
     */
    record Outcome(List<String> ids, @Nullable ShareResult refusal) {}

    /** Uploads all of them, in order, up to the first that fails. */
    Outcome upload(List<Media> files) {
        List<String> ids = new ArrayList<>();
        try {
            for (Media file : files) {
                String id = MediaKind.of(file).orElse(MediaKind.PICTURE) == MediaKind.PICTURE
                        ? uploadWhole(file)
                        : uploadInSegments(file, MediaKind.of(file).orElseThrow());
                describe(file, id);
                ids.add(id);
            }
            return new Outcome(ids, null);
        } catch (NotUploaded e) {
            return new Outcome(List.of(), e.refusal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(
                    List.of(), refusal(Reason.UNAVAILABLE, "INTERRUPTED", "it was told to stop", "Share again."));
        }
    }

    private String uploadWhole(Media file) throws NotUploaded {
        Instant since = clock.instant();
        return idOf(client.uploadImage(file), since);
    }

    private String uploadInSegments(Media file, MediaKind kind) throws NotUploaded, InterruptedException {
        Instant since = clock.instant();
        String id = idOf(client.initializeUpload(file, kind), since);
        append(id, file.bytes());
        ApiReply reply = client.finalizeUpload(id);
        UploadedMedia media = TwitterClient.read(reply, UploadedMedia.class).orElse(null);
        if (media == null || media.id() == null) {
            throw failed(reply, since);
        }
        awaitReady(id, media);
        return id;
    }

    /** Segment by segment; one that X's edge finds too large goes again under its index, smaller. */
    private void append(String id, byte[] bytes) throws NotUploaded, InterruptedException {
        int size = SEGMENT;
        int index = 0;
        for (int from = 0; from < bytes.length; index++) {
            int length = Math.min(size, bytes.length - from);
            ApiReply reply = appendSegment(id, index, bytes, from, length);
            while (isTooLarge(reply) && size > SMALLEST_SEGMENT) {
                size = size / 2;
                length = Math.min(size, bytes.length - from);
                reply = appendSegment(id, index, bytes, from, length);
            }
            if (!isGood(reply)) {
                throw failed(reply, clock.instant());
            }
            from += length;
        }
    }

    /** A segment whose answer is lost may be sent again: X replaces the one of the same index. */
    private ApiReply appendSegment(String id, int index, byte[] bytes, int from, int length)
            throws InterruptedException {
        ApiReply reply = client.appendSegment(id, index, bytes, from, length);
        for (int tries = 1; tries < TRIES && isUnclear(reply); tries++) {
            sleeper.sleep(PAUSE.multipliedBy(tries));
            reply = client.appendSegment(id, index, bytes, from, length);
        }
        return reply;
    }

    /** Looks as often as X asks for; a look without an answer counts like one that says "not yet". */
    private void awaitReady(String id, UploadedMedia finalized) throws NotUploaded, InterruptedException {
        UploadedMedia media = finalized;
        Duration waited = Duration.ZERO;
        while (!media.isReady()) {
            if (media.hasFailed()) {
                throw new NotUploaded(refusal(
                        Reason.INVALID_CONTENT,
                        "MEDIA_FAILED",
                        "X could not process it: " + media.failure(),
                        "Convert it anew (H.264 and AAC in an MP4) and share again."));
            }
            Duration pause = media.pause();
            waited = waited.plus(pause);
            if (waited.compareTo(PATIENCE) > 0) {
                throw new NotUploaded(refusal(
                        Reason.UNAVAILABLE,
                        "MEDIA_NOT_READY",
                        "X was not done with it after " + PATIENCE.toMinutes() + " minutes",
                        "Share again in a while."));
            }
            sleeper.sleep(pause);
            ApiReply reply = client.uploadStatus(id);
            if (!isGood(reply) && !isUnclear(reply)) {
                throw failed(reply, clock.instant());
            }
            media = TwitterClient.read(reply, UploadedMedia.class)
                    .filter(read -> read.data() != null)
                    .orElse(media);
        }
    }

    /** A description that X does not take is a pity, and no reason to keep the news back unless the settings say so. */
    private void describe(Media file, String id) throws NotUploaded {
        if (file.alt() == null || isGood(client.describe(id, file.alt()))) {
            return;
        } else if (settings.needsDescriptions()) {
            throw new NotUploaded(refusal(
                    Reason.UNAVAILABLE,
                    "DESCRIPTION_FAILED",
                    "X did not take its description",
                    "Share again, or let posts go out without descriptions."));
        }
        LOG.warn("{}: X did not take the description of a file; the post goes out without it", settings.name());
    }

    private String idOf(ApiReply reply, Instant since) throws NotUploaded {
        String id = TwitterClient.read(reply, UploadedMedia.class)
                .map(UploadedMedia::id)
                .orElse(null);
        if (id == null) {
            throw failed(reply, since);
        }
        return id;
    }

    private static boolean isGood(ApiReply reply) {
        return reply instanceof ApiReply.Answer answer && answer.isSuccess();
    }

    private static boolean isTooLarge(ApiReply reply) {
        return reply instanceof ApiReply.Answer answer && (answer.status() == 413 || answer.status() == 431);
    }

    private static boolean isUnclear(ApiReply reply) {
        return !(reply instanceof ApiReply.Answer answer) || answer.status() >= 500;
    }

    /** X's refusal as it is; an upload whose outcome is unclear is one that failed, and nothing is public. */
    private NotUploaded failed(ApiReply reply, Instant since) {
        ShareResult result = reply.toResult(
                settings.name(),
                since,
                answer -> TwitterErrors.toResult(
                        settings.name(),
                        answer,
                        since,
                        clock.instant(),
                        settings.authorization().secrets()));
        if (result instanceof Unknown unknown) {
            return new NotUploaded(refusal(
                    Reason.UNAVAILABLE, "UPLOAD_FAILED", unknown.evidence().message(), "Share again."));
        }
        return new NotUploaded(
                result instanceof Rejected rejected && rejected.reason() == Reason.FORBIDDEN
                        ? new Rejected(
                                rejected.reason(),
                                rejected.code(),
                                rejected.message(),
                                "Connect the account again with the scope media.write; older tokens do not have it.",
                                null)
                        : result);
    }

    private static Rejected refusal(Reason reason, String code, String why, String remedy) {
        String end = why.endsWith(".") ? "" : ".";
        return new Rejected(
                reason, code, "A file could not be uploaded, so nothing was posted: " + why + end, remedy, null);
    }

    /** Leaves the upload from wherever it failed; never leaves this class. */
    private static final class NotUploaded extends Exception {

        private final transient ShareResult refusal;

        NotUploaded(ShareResult refusal) {
            super(null, null, false, false);
            this.refusal = refusal;
        }
    }
}
