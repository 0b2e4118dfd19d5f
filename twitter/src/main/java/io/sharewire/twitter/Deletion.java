package io.sharewire.twitter;

import io.sharewire.Receipt;
import io.sharewire.ShareResult;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer of {@code DELETE /2/tweets/ID}: {@code {"data":{"deleted":true}}}. */
record Deletion(@Nullable Data data) {

    private static final String GONE = "resource-not-found";

    record Data(@Nullable Boolean deleted) {}

    /**
     * What an answer means for a post to be deleted. X does not say what it answers for one that is gone: a 404, or a 200
     * with nothing but a problem, and either will do.
     *
     * @param otherwise what any other answer means
     */
    static ShareResult toResult(Receipt receipt, ApiReply.Answer answer, ShareResult otherwise) {
        boolean deleted = TwitterClient.read(answer, Deletion.class)
                .map(Deletion::data)
                .filter(data -> Boolean.TRUE.equals(data.deleted))
                .isPresent();
        return deleted || isGone(answer) ? new ShareResult.Shared(receipt) : otherwise;
    }

    private static boolean isGone(ApiReply.Answer answer) {
        Optional<TwitterProblem> problem = Json.read(answer.body(), TwitterProblem.class);
        return (answer.status() == 404 || answer.isSuccess())
                && problem.filter(said -> said.names(GONE)).isPresent();
    }
}
