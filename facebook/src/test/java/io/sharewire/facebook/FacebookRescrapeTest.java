package io.sharewire.facebook;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.sharewire.Reason;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FacebookRescrapeTest extends FacebookOnTheWire {

    private static final String SCRAPE = "/v26.0/?id=https%3A%2F%2Fnews.example.kr%2Fa%2F7&scrape=true";
    private static final String FEED = "/v26.0/" + PAGE + "/feed";

    private ShareResult publishWhenScraped(ResponseDefinitionBuilder answer) {
        GRAPH.stubFor(post(urlPathEqualTo(FEED)).willReturn(okJson(MADE)));
        GRAPH.stubFor(post(urlEqualTo(SCRAPE)).willReturn(answer));
        FacebookTarget target = target(settings().rescrape(true));
        return target.publish(target.draft(share));
    }

    @Test
    void hasThePageReadAnewAndWaitsForThePicture() {
        assertThat(publishWhenScraped(okJson("{\"url\":\"https://news.example.kr/a/7\",\"type\":\"article\"}")))
                .isInstanceOf(Shared.class);

        GRAPH.verify(1, postRequestedFor(urlEqualTo(SCRAPE)));
        assertThat(slept).containsExactly(Duration.ofMillis(1500));
        assertThat(log).isEmpty();
    }

    @Test
    void postsAllTheSameIfThePageCannotBeRead() {
        assertThat(publishWhenScraped(error(400, "\"message\":\"Could not scrape\",\"code\":1609005")))
                .isInstanceOf(Shared.class);
        assertThat(log).singleElement().asString().contains("1609005");
    }

    @Test
    void postsAllTheSameIfTheAnswerIsAnErrorWithAGoodStatus() {
        assertThat(publishWhenScraped(error(200, "\"message\":\"x\",\"code\":1")))
                .isInstanceOf(Shared.class);
        assertThat(log).hasSize(1);
    }

    @Test
    void postsNothingWithATokenThatIsRefused() {
        assertThat(publishWhenScraped(error(400, "\"message\":\"expired\",\"code\":190,\"error_subcode\":463")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNAUTHORIZED));
        GRAPH.verify(0, postRequestedFor(urlPathEqualTo(FEED)));
    }

    @Test
    void postsNothingIfItIsInterruptedWhileItWaits() {
        GRAPH.stubFor(post(anyUrl()).willReturn(okJson(MADE)));
        FacebookTarget target =
                FacebookTarget.of(settings().rescrape(true).build(), Clock.fixed(NOON, ZoneOffset.UTC), pause -> {
                    throw new InterruptedException();
                });

        assertThat(target.publish(target.draft(share))).isInstanceOf(Rejected.class);
        assertThat(Thread.interrupted()).isTrue();
        GRAPH.verify(0, postRequestedFor(urlPathEqualTo(FEED)));
    }

    @Test
    void readsNothingAnewUnlessAsked() {
        GRAPH.stubFor(post(anyUrl()).willReturn(okJson(MADE)));

        target().publish(target().draft(share));

        GRAPH.verify(1, postRequestedFor(anyUrl()));
        assertThat(slept).isEmpty();
    }
}
