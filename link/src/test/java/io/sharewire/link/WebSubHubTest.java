package io.sharewire.link;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.sharewire.link.PingResult.Outcome;
import io.sharewire.testkit.Fault;
import io.sharewire.testkit.Sandbox;
import io.sharewire.testkit.SimulatedPost;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebSubHubTest {

    private static final String FEED = "https://news.example/feed?section=all&utm_source=x";

    @RegisterExtension
    static final WireMockExtension HUB = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    private static WebSubHub simulated() {
        return WebSubHub.at(sandbox.webSub().hub(), Duration.ofSeconds(2));
    }

    @Test
    void aChangedFeedIsToldInAForm() {
        HUB.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));

        PingResult result = WebSubHub.at(HUB.baseUrl() + "/publish").publish(FEED);

        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
        HUB.verify(
                postRequestedFor(urlEqualTo("/publish"))
                        .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                        .withRequestBody(
                                equalTo(
                                        "hub.mode=publish&hub.url=https%3A%2F%2Fnews.example%2Ffeed%3Fsection%3Dall%26utm_source%3Dx")));
    }

    @Test
    void someHubsLookForTheTopic() {
        HUB.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("OK")));

        PingResult result = WebSubHub.at(HUB.baseUrl() + "/").withTopics().publish("https://n.example/f");

        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
        HUB.verify(postRequestedFor(urlEqualTo("/"))
                .withRequestBody(equalTo("hub.mode=publish&hub.url=https%3A%2F%2Fn.example%2Ff"
                        + "&hub.topic=https%3A%2F%2Fn.example%2Ff")));
    }

    @Test
    void manyFeedsAreOneRequest() {
        PingResult result = simulated().publish(FEED, "https://news.example/sports");

        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(sandbox.webSub().posts())
                .extracting(SimulatedPost::link)
                .containsExactly(FEED, "https://news.example/sports");
        assertThat(sandbox.webSub().createRequests()).isEqualTo(1);
    }

    @Test
    void aRefusalIsSaidInTheHubsWords() {
        sandbox.webSub().expireToken();

        PingResult result = simulated().publish(FEED);

        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.code()).isEqualTo("STATUS_403");
        assertThat(result.message()).endsWith("answered 403: Not from this publisher.");
    }

    @Test
    void aServerErrorOrALostAnswerIsUnknown() {
        sandbox.webSub().inject(Fault.NOT_STORED_500, Fault.STORED_THEN_RESET, Fault.RATE_LIMITED);

        assertThat(simulated().publish(FEED).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(simulated().publish(FEED).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(simulated().publish(FEED).code()).isEqualTo("STATUS_429");
        assertThat(WebSubHub.at("http://127.0.0.1:1").publish(FEED).code()).isEqualTo("NOT_CONNECTED");
    }

    @Test
    void whatIsNoFeedIsNotTold() {
        assertThat(simulated().publish().code()).isEqualTo("NO_FEED");
        assertThat(simulated().publish(FEED, "nonsense").code()).isEqualTo("NOT_AN_ADDRESS");
        assertThat(sandbox.webSub().createRequests()).isZero();
        assertThatThrownBy(() -> WebSubHub.at("nonsense"))
                .hasMessageContaining("WebSubHub: hub must be an https address");
    }

    @Test
    void theFeedNamesTheHubAndItself() {
        assertThat(WebSubHub.at("https://pubsubhubbub.appspot.com/").linkHeader("https://news.example/feed"))
                .isEqualTo(
                        "<https://pubsubhubbub.appspot.com/>; rel=\"hub\", <https://news.example/feed>; rel=\"self\"");
    }
}
