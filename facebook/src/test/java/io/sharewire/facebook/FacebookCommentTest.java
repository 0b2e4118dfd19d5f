package io.sharewire.facebook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.http.Fault;
import io.sharewire.Draft;
import io.sharewire.Media;
import io.sharewire.Problem;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.Secret;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.auth.ReconnectException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FacebookCommentTest extends FacebookOnTheWire {

    private static final String FEED = "/v26.0/" + PAGE + "/feed";
    private static final String COMMENTS = "/v26.0/" + POST + "/comments";

    private final FacebookOptions chatty = FacebookOptions.defaults().withFirstComment("Map & detour: @[1]");

    private ShareResult publish() {
        return target().publish(target().draft(share.with(chatty)));
    }

    @Test
    void commentsOnceThePostIsOut() {
        GRAPH.stubFor(post(urlPathEqualTo(FEED)).willReturn(okJson(MADE)));
        GRAPH.stubFor(post(urlPathEqualTo(COMMENTS)).willReturn(okJson("{\"id\":\"9_1\"}")));

        assertThat(publish().orElseThrow().id()).isEqualTo(POST);

        GRAPH.verify(
                1,
                postRequestedFor(urlPathEqualTo(COMMENTS))
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                        .withRequestBody(
                                equalTo("message=Map%20%26%20detour%3A%20%40%20%5B1%5D&fields=id%2Cpermalink_url")));
        assertThat(log).isEmpty();
    }

    @Test
    void aCommentThatFailsLeavesThePostSharedAndIsLoggedWithoutTheToken() {
        GRAPH.stubFor(post(urlPathEqualTo(FEED)).willReturn(okJson(MADE)));
        GRAPH.stubFor(post(urlPathEqualTo(COMMENTS))
                .willReturn(error(
                        400,
                        "\"message\":\"Security check for " + TOKEN + "\",\"code\":368,\"error_subcode\":1404006")));

        assertThat(publish()).isInstanceOf(Shared.class);

        assertThat(log)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains(POST, "368/1404006", "Security check")
                        .doesNotContain(TOKEN));
    }

    @Test
    void aCommentWhoseAnswerIsLostLeavesThePostSharedAndIsNotRepeated() {
        GRAPH.stubFor(post(urlPathEqualTo(FEED)).willReturn(okJson(MADE)));
        GRAPH.stubFor(post(urlPathEqualTo(COMMENTS)).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThat(publish()).isInstanceOf(Shared.class);
        assertThat(log).singleElement().asString().contains("not for sure");
        GRAPH.verify(1, postRequestedFor(urlPathEqualTo(COMMENTS)));
    }

    @Test
    void aTokenThatIsGoneAfterThePostLeavesThePostShared() {
        GRAPH.stubFor(post(anyUrl()).willReturn(okJson(MADE)));
        AtomicInteger asked = new AtomicInteger();
        FacebookTarget target = target(FacebookSettings.builder(PAGE, () -> {
                    if (asked.incrementAndGet() > 1) {
                        throw new ReconnectException(Reason.UNAUTHORIZED, "GONE", "No token.");
                    }
                    return Secret.of(TOKEN);
                })
                .baseUrl(GRAPH.baseUrl()));

        assertThat(target.publish(target.draft(share.with(chatty)))).isInstanceOf(Shared.class);
        assertThat(log).singleElement().asString().contains("No token.");
    }

    @Test
    void noCommentIsMadeWhereNoPostIsKnownToBeOut() {
        GRAPH.stubFor(post(anyUrl()).willReturn(error(500, "\"message\":\"x\",\"code\":2")));

        assertThat(publish()).isInstanceOf(ShareResult.Unknown.class);
        GRAPH.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void makesTheCommentLaterForAPostThatWasFound() {
        GRAPH.stubFor(post(urlPathEqualTo(COMMENTS)).willReturn(okJson("{\"id\":\"9_1\"}")));
        Receipt found = new Receipt("facebook", POST, null, NOON);

        assertThat(target().comment(found, target().draft(share.with(chatty)))
                        .orElseThrow()
                        .id())
                .isEqualTo("9_1");
        Draft silent = target().draft(share);
        assertThatThrownBy(() -> target().comment(found, silent)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLinkOfAPhotoPostCanStandInTheComment() {
        Media photo = Media.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1});
        FacebookOptions below = chatty.withLinkPlace(FacebookOptions.LinkPlace.FIRST_COMMENT);

        Draft draft = target().draft(share.withMedia(photo).with(below));

        assertThat(draft.text()).isEqualTo("Snow closes the bridge.");
        assertThat(draft.payload().get(0).body()).isEqualTo("message=Snow%20closes%20the%20bridge.");
        assertThat(draft.afterwards())
                .singleElement()
                .satisfies(part -> assertThat(part.body()).endsWith("%0A%0Ahttps%3A%2F%2Fnews.example.kr%2Fa%2F7"));
        // Beside a link card it has nothing to do in the comment.
        assertThat(target().draft(share.with(below)).afterwards().get(0).body()).doesNotContain("news.example.kr");
        // Nor where the editor's text has it.
        assertThat(target().draft(share.withMedia(photo)
                                .withText("See https://news.example.kr/a/7.")
                                .with(FacebookOptions.defaults()
                                        .withLinkPlace(FacebookOptions.LinkPlace.FIRST_COMMENT)))
                        .afterwards())
                .isEmpty();
    }

    @Test
    void aCommentOverTheLimitIsAProblemAndNothingIsSent() {
        Draft draft = target().draft(share.with(FacebookOptions.defaults().withFirstComment("x".repeat(8_001))));

        assertThat(draft.problems())
                .extracting(Problem::code, Problem::remedy)
                .containsExactly(tuple("COMMENT_TOO_LONG", "Shorten it by 1."));
        assertThat(target().publish(draft)).isInstanceOf(Rejected.class);
        GRAPH.verify(0, postRequestedFor(anyUrl()));
    }
}
