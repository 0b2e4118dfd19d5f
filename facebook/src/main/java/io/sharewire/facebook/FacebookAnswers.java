package io.sharewire.facebook;

import io.sharewire.Receipt;
import io.sharewire.ShareResult;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Facebook's answers → what is known. Whatever does not say clearly that it was done goes through {@link FacebookErrors}. */
final class FacebookAnswers {

    private final FacebookSettings settings;
    private final Clock clock;

    FacebookAnswers(FacebookSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Something was to be made: done if the answer has its id. */
    ShareResult made(ApiReply.Answer answer, Instant since) {
        return read(answer)
                .filter(post -> answer.isSuccess() && post.error() == null && post.hasId())
                .<ShareResult>map(post -> new ShareResult.Shared(receipt(post)))
                .orElseGet(() -> refused(answer, since));
    }

    /** The post of {@code receipt} was to be changed or deleted: done if the answer says so. */
    ShareResult done(ApiReply.Answer answer, Receipt receipt, Instant since) {
        boolean success = answer.isSuccess()
                && Json.read(answer.body(), Done.class)
                        .filter(said -> said.success() && said.error() == null)
                        .isPresent();
        return success ? new ShareResult.Shared(receipt) : refused(answer, since);
    }

    /** {@code {"success":true}}. */
    private record Done(boolean success, @Nullable FacebookError error) {}

    ShareResult refused(ApiReply.Answer answer, Instant since) {
        return FacebookErrors.toResult(settings.name(), answer, since, clock.instant(), settings.secrets());
    }

    private static Optional<FacebookPost> read(ApiReply.Answer answer) {
        return Json.read(answer.body(), FacebookPost.class);
    }

    static Optional<FacebookError> errorOf(ApiReply.Answer answer) {
        return read(answer).map(FacebookPost::error);
    }

    Receipt receipt(FacebookPost post) {
        Instant at = post.createdAt();
        return new Receipt(settings.name(), String.valueOf(post.id()), post.url(), at == null ? clock.instant() : at);
    }
}
