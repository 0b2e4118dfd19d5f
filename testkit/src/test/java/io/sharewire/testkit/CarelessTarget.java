package io.sharewire.testkit;

import io.sharewire.Channel;
import io.sharewire.Draft;
import io.sharewire.Evidence;
import io.sharewire.Lookup;
import io.sharewire.Problem;
import io.sharewire.Progress;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareTarget;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A Facebook channel as it should not be written: each of its sins is one that real clients commit. */
final class CarelessTarget implements ShareTarget {

    /** What it does wrong. */
    enum Sin {
        /** Sends again after a server error. */
        RETRIES,
        /** Takes every failure for "nothing went out". */
        CALLS_EVERY_FAILURE_A_REJECTION,
        /** Puts the token into its messages. */
        LEAKS_THE_TOKEN,
        /** Cuts an editor's text rather than saying that it is too long. */
        CUTS_THE_EDITORS_TEXT,
        /** Says that everything was found. */
        FINDS_EVERYTHING
    }

    private static final Channel CHANNEL = new Channel("facebook", "facebook", "social");

    private final FacebookSimulator facebook;
    private final Sin sin;
    private final HttpClient http = HttpClient.newHttpClient();

    CarelessTarget(FacebookSimulator facebook, Sin sin) {
        this.facebook = facebook;
        this.sin = sin;
    }

    @Override
    public String name() {
        return "careless";
    }

    @Override
    public Channel channel() {
        return CHANNEL;
    }

    @Override
    public Draft draft(Share share) {
        String text = share.text(CHANNEL).orElse(share.article().title());
        String kept = sin == Sin.CUTS_THE_EDITORS_TEXT ? text.substring(0, Math.min(text.length(), 100)) : text;
        String body = "message=" + URLEncoder.encode(kept, StandardCharsets.UTF_8) + "&link="
                + URLEncoder.encode(share.link(CHANNEL), StandardCharsets.UTF_8);
        Draft.Builder draft = Draft.builder(name(), CHANNEL, share, kept)
                .link(share.link(CHANNEL))
                .part("application/x-www-form-urlencoded", body);
        return (kept.length() > 63_206 ? draft.problem(Problem.error("TOO_LONG", "Too long.", "Cut.")) : draft).build();
    }

    @Override
    public ShareResult publish(Draft draft, Progress progress) {
        draft.requireTarget(name());
        return draft.refusal().orElseGet(() -> send(draft, sin == Sin.RETRIES ? 2 : 1));
    }

    private ShareResult send(Draft draft, int tries) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(facebook.baseUrl() + "/v26.0/" + facebook.pageId() + "/feed"))
                            .timeout(Duration.ofSeconds(1))
                            .header("Authorization", "Bearer " + facebook.token())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    draft.payload().get(0).body()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200
                    && answer.body().startsWith("{\"id\":\"")
                    && answer.body().endsWith("\"}")) {
                String id = answer.body().substring(7, answer.body().length() - 2);
                return new ShareResult.Shared(new Receipt(name(), id, "https://www.facebook.com/" + id, Instant.now()));
            }
            if (answer.statusCode() >= 500 && tries > 1) {
                return send(draft, tries - 1);
            }
            return answer.statusCode() >= 500 || answer.statusCode() == 200 ? unclear() : rejected(answer.statusCode());
        } catch (IOException e) {
            return unclear();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ShareResult unclear() {
        return sin == Sin.CALLS_EVERY_FAILURE_A_REJECTION
                ? rejected(500)
                : new ShareResult.Unknown(new Evidence("LOST", "Lost.", Instant.now()));
    }

    private ShareResult rejected(int status) {
        String message = sin == Sin.LEAKS_THE_TOKEN ? "Refused with token " + facebook.token() : "Refused.";
        return new ShareResult.Rejected(Reason.UNAUTHORIZED, String.valueOf(status), message, "Try.", null);
    }

    @Override
    public Lookup find(Draft draft, Instant since) {
        return sin == Sin.FINDS_EVERYTHING
                ? new Lookup.Found(List.of(new Receipt(name(), "1", "https://www.facebook.com/1", since)))
                : new Lookup.NotFound();
    }
}
