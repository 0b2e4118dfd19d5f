package io.sharewire.twitter;

import io.sharewire.Draft;
import io.sharewire.Pace;
import io.sharewire.PayloadPart;
import io.sharewire.Progress;
import io.sharewire.Receipt;
import io.sharewire.ShareResult;
import io.sharewire.auth.ReconnectException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends the posts of a draft, one create call each. */
final class Posting {

    private final TwitterSettings account;
    private final TwitterClient client;
    private final TwitterUploads uploads;
    private final Pace pace;
    private final Clock clock;

    Posting(TwitterSettings account, TwitterClient client, TwitterUploads uploads, Pace pace, Clock clock) {
        this.account = account;
        this.client = client;
        this.uploads = uploads;
        this.pace = pace;
        this.clock = clock;
    }

    /** Post by post, each an answer to the one before; stops at the first that is not known to be out. */
    ShareResult send(Draft draft, List<Integer> left, Progress progress) {
        List<Receipt> out = new ArrayList<>();
        String last = progress.lastId();
        for (int index : left) {
            ShareResult result = post(draft, index, last);
            pace.observe(result);
            if (!(result instanceof ShareResult.Shared shared)) {
                return out.isEmpty() && progress.isNone() ? result : partly(out, index, last, result);
            }
            out.add(shared.receipt());
            last = shared.receipt().id();
        }
        return new ShareResult.Shared(out.get(0));
    }

    private ShareResult post(Draft draft, int index, @Nullable String last) {
        try {
            return index == 0 ? createFirst(draft) : create(draft.payload().get(index), List.of(), last);
        } catch (ReconnectException e) {
            return e.toResult();
        }
    }

    private static ShareResult partly(List<Receipt> out, int index, @Nullable String last, ShareResult cause) {
        Progress progress = cause instanceof ShareResult.Unknown
                ? new Progress(index + 1, last, List.of(index), List.of())
                : new Progress(index, last, List.of(), List.of());
        return new ShareResult.PartlyShared(out, progress, cause);
    }

    /** Files first: if one of them fails, nothing has become public. */
    private ShareResult createFirst(Draft draft) {
        TwitterUploads.Outcome uploaded = uploads.upload(draft.attachments());
        return uploaded.refusal() == null ? create(draft.payload().get(0), uploaded.ids(), null) : uploaded.refusal();
    }

    private ShareResult create(PayloadPart part, List<String> mediaIds, @Nullable String answering) {
        Instant since = clock.instant();
        String body = NewPost.with(part.body(), mediaIds, answering);
        return client.createPost(part.type(), body)
                .toResult(
                        account.name(),
                        since,
                        answer -> TwitterClient.read(answer, CreatedPost.class)
                                .map(CreatedPost::data)
                                .filter(TwitterPost::hasId)
                                .<ShareResult>map(
                                        post -> new ShareResult.Shared(post.receipt(account, clock.instant())))
                                .orElseGet(() -> TwitterErrors.toResult(
                                        account.name(),
                                        answer,
                                        since,
                                        clock.instant(),
                                        account.authorization().secrets())));
    }
}
