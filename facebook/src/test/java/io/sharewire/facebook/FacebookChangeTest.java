package io.sharewire.facebook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.Secret;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookChangeTest extends FacebookOnTheWire {

    private final Receipt receipt = new Receipt("facebook", POST, "https://www.facebook.com/p/9", NOON);

    @Test
    void correctsTheTextAndNothingElse() {
        GRAPH.stubFor(post(anyUrl()).willReturn(okJson("{\"success\":true}")));

        assertThat(target().correct(receipt, target().draft(share.withText("Open again"))))
                .isEqualTo(new Shared(receipt));

        GRAPH.verify(
                1,
                postRequestedFor(urlEqualTo("/v26.0/" + POST))
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                        .withRequestBody(equalTo("message=Open%20again")));
    }

    @Test
    void movesAPostThatIsStillWaiting() {
        GRAPH.stubFor(post(anyUrl()).willReturn(okJson("{\"success\":true}")));

        target().correct(
                        receipt,
                        target().draft(share.with(FacebookOptions.defaults().withScheduledAt(NOON.plusSeconds(3600)))));

        GRAPH.verify(postRequestedFor(urlEqualTo("/v26.0/" + POST))
                .withRequestBody(equalTo("message=Snow%20closes%20the%20bridge.&scheduled_publish_time=1795525200")));
    }

    @Test
    void correctsToNothingThatCouldNotBePosted() {
        assertThat(target().correct(receipt, target().draft(share.withText("x".repeat(63_207)))))
                .isInstanceOf(Rejected.class);
        GRAPH.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void takesAPostBackAndProvesThatItHoldsTheAppSecret() {
        GRAPH.stubFor(delete(anyUrl()).willReturn(okJson("{\"success\":true}")));

        assertThat(target(settings().appSecret(Secret.of("0123456789abcdef0123456789abcdef")))
                        .retract(receipt))
                .isEqualTo(new Shared(receipt));

        GRAPH.verify(
                1,
                deleteRequestedFor(urlEqualTo("/v26.0/" + POST
                                + "?appsecret_proof=69d7bd51ef89e1cef764dcef42450eb6c773227639763c8c9cc6125c0ac47efd"))
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN)));
    }

    @Test
    void whatIsGoneAlreadyIsTakenBack() {
        GRAPH.stubFor(delete(anyUrl())
                .willReturn(error(
                        400,
                        "\"message\":\"Unsupported delete request. Object with ID 'X' does not exist\",\"code\":100,"
                                + "\"error_subcode\":33")));

        assertThat(target().retract(receipt)).isEqualTo(new Shared(receipt));
    }

    @Test
    void whatIsGoneCannotBeCorrected() {
        GRAPH.stubFor(post(anyUrl())
                .willReturn(error(400, "\"message\":\"does not exist\",\"code\":100,\"error_subcode\":33")));

        assertThat(target().correct(receipt, target().draft(share))).isInstanceOf(Rejected.class);
    }

    @Test
    void aRefusalToDeleteIsNoDeletion() {
        GRAPH.stubFor(delete(anyUrl()).willReturn(error(403, "\"message\":\"(#200) Permissions error\",\"code\":200")));

        assertThat(target().retract(receipt))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.FORBIDDEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"success\":false}", "{}", "", "<html>", "{\"success\":true,\"error\":{\"code\":2}}"})
    void aYesThatSaysNothingIsNoKnownOutcome(String body) {
        GRAPH.stubFor(delete(anyUrl()).willReturn(aResponse().withBody(body)));

        assertThat(target().retract(receipt)).isInstanceOf(Unknown.class);
    }

    @Test
    void aLostAnswerIsNoKnownOutcomeAndIsNotRepeated() {
        GRAPH.stubFor(delete(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThat(target().retract(receipt)).isInstanceOf(Unknown.class);
        GRAPH.verify(1, deleteRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../me", "9/comments", "", "me", "9?x=1"})
    void touchesNothingButAPost(String id) {
        Receipt other = new Receipt("facebook", id, null, NOON);

        assertThatThrownBy(() -> target().retract(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void touchesNothingOfAnotherTarget() {
        Receipt other = new Receipt("twitter", POST, null, NOON);

        assertThatThrownBy(() -> target().retract(other)).isInstanceOf(IllegalArgumentException.class);
    }
}
