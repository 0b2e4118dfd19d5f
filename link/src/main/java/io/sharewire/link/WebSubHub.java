package io.sharewire.link;

import io.sharewire.Validation;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.url.CanonicalUrl;
import java.time.Duration;
import okhttp3.FormBody;
import okhttp3.Request;

/**
 * Tells a WebSub hub that a feed has changed, so that it fetches the feed and passes it on at once.
 *
 * <p>The feed has to name the hub and itself, by {@link #linkHeader} or by {@code <atom:link>} elements. How a hub is told
 * is the hub's own affair; this is how the hubs of Google and Superfeedr have it. Immutable and thread-safe.
 */
public final class WebSubHub {

    private final String hub;
    private final boolean topics;
    private final ApiClient api;

    private WebSubHub(String hub, boolean topics, ApiClient api) {
        this.hub = hub;
        this.topics = topics;
        this.api = api;
    }

    /**
     * The hub at an address, e.g. {@code https://pubsubhubbub.appspot.com/}. It has 10 seconds to answer.
     *
     * @throws IllegalArgumentException if that is not an https address
     */
    public static WebSubHub at(String hub) {
        return at(hub, Duration.ofSeconds(10));
    }

    /**
     * The hub at an address, which has this long to answer.
     *
     * @throws IllegalArgumentException if that is not an https address
     */
    public static WebSubHub at(String hub, Duration timeout) {
        new Validation("WebSubHub")
                .baseUrl("hub", hub)
                .check(!timeout.isNegative() && !timeout.isZero(), "timeout must be above zero, not " + timeout)
                .orThrow();
        return new WebSubHub(hub, false, ApiClient.withTimeout(timeout));
    }

    /** This hub, told each feed as {@code hub.topic} as well: some look there. */
    public WebSubHub withTopics() {
        return new WebSubHub(hub, true, api);
    }

    /** Tells of changed feeds: {@code hub.mode=publish&hub.url=…}, one {@code hub.url} for each. Blocks for the answer. */
    public PingResult publish(String... feeds) {
        if (feeds.length == 0) {
            return PingResult.refused(
                    "NO_FEED", "No feed to tell of. Nothing was sent.", "Name the feed that changed.");
        }
        FormBody.Builder form = new FormBody.Builder().add("hub.mode", "publish");
        for (String feed : feeds) {
            var problem = CanonicalUrl.problem(feed);
            if (problem.isPresent()) {
                return PingResult.refused(
                        "NOT_AN_ADDRESS",
                        "The feed's address " + problem.get() + ". Nothing was sent.",
                        "Give the feed's complete address.");
            }
            // As the feed names itself: it is a name there, and not made canonical.
            form.add("hub.url", feed.strip());
            if (topics) {
                form.add("hub.topic", feed.strip());
            }
        }
        ApiReply reply =
                api.send(new Request.Builder().url(hub).post(form.build()).build());
        if (!(reply instanceof ApiReply.Answer answer)) {
            return PingResult.unanswered("The hub " + hub, reply);
        }
        String said = "The hub " + hub + " was told of " + String.join(", ", feeds) + " and answered " + answer.status()
                + PingResult.words(answer.body()) + ".";
        if (answer.isSuccess()) {
            return PingResult.accepted("ACCEPTED", said);
        }
        return answer.status() < 500
                ? PingResult.refused(
                        "STATUS_" + answer.status(), said, "Check the hub's address and that the feed names this hub.")
                : PingResult.unknown(said);
    }

    /**
     * The value of the {@code Link} header that a feed is to be served with.
     *
     * @throws IllegalArgumentException if {@code feed} is not an http(s) address
     */
    public String linkHeader(String feed) {
        return "<" + CanonicalUrl.ascii(hub) + ">; rel=\"hub\", <" + CanonicalUrl.ascii(feed) + ">; rel=\"self\"";
    }

    @Override
    public String toString() {
        return "WebSubHub[" + hub + "]";
    }
}
