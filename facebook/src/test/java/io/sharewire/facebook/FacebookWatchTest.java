package io.sharewire.facebook;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.auth.ReconnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacebookWatchTest extends FacebookOnTheWire {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-App-Usage  | {"call_count":28,"total_time":25,"total_cputime":91} | 91 | 0
            x-app-usage  | {"call_count":128,"total_time":25,"total_cputime":25} | 128 | 0
            X-Page-Usage | {"call_count":28,"total_time":95,"total_cputime":25} | 95 | 0
            X-Business-Use-Case-Usage | {"112130216863063":[{"type":"pages","call_count":97,"total_cputime":23,"total_time":23,"estimated_time_to_regain_access":0}]} | 97 | 0
            X-Business-Use-Case-Usage | {"1":[{"type":"pages","call_count":5},{"type":"x","call_count":7,"estimated_time_to_regain_access":42,"ads_api_access_tier":"standard_access"}],"2":[]} | 7 | 42
            X-App-Usage  | not json | 0 | 0
            X-Business-Use-Case-Usage | [] | 0 | 0
            Content-Type | text/html | 0 | 0
            """)
    void readsAllThreeShapesAndTakesTheLargestNumberAndTheMinutes(
            String name, String value, int percent, long minutes) {
        assertThat(FacebookUsage.of(Headers.of(name, value)))
                .isEqualTo(new FacebookUsage(percent, Duration.ofMinutes(minutes)));
    }

    @ParameterizedTest
    @CsvSource({"89, 0, false, 0", "90, 0, true, 60", "97, 30, true, 30", "100, 0, true, 60"})
    void holdsThePageBackFromNinetyPercentOn(int percent, int regain, boolean held, int minutes) {
        GRAPH.stubFor(post(anyUrl())
                .willReturn(okJson(MADE)
                        .withHeader(
                                "X-Business-Use-Case-Usage",
                                "{\"112130216863063\":[{\"type\":\"pages\",\"call_count\":" + percent
                                        + ",\"estimated_time_to_regain_access\":" + regain + "}]}")));
        FacebookTarget target = target();

        assertThat(target.publish(target.draft(share))).isInstanceOf(Shared.class);

        assertThat(target.pace().refusal(NOON).isPresent()).isEqualTo(held);
        if (held) {
            assertThat(target.publish(target.draft(share))).isInstanceOfSatisfying(Rejected.class, rejected -> {
                assertThat(rejected.reason()).isEqualTo(Reason.RATE_LIMITED);
                assertThat(rejected.retryAfter()).isEqualTo(NOON.plus(Duration.ofMinutes(minutes)));
            });
            GRAPH.verify(1, postRequestedFor(anyUrl()));
        }
    }

    @Test
    void saysOnceThatAnotherVersionAnswers() {
        GRAPH.stubFor(post(anyUrl()).willReturn(okJson(MADE).withHeader("facebook-api-version", "v22.0")));
        FacebookTarget target = target();

        target.publish(target.draft(share));
        target.publish(target.draft(share));

        assertThat(log).singleElement().asString().contains("v22.0", "v26.0");
    }

    @Test
    void saysNothingAboutTheVersionThatWasAskedFor() {
        GRAPH.stubFor(post(anyUrl()).willReturn(okJson(MADE).withHeader("facebook-api-version", "v26.0")));

        target().publish(target().draft(share));

        assertThat(log).isEmpty();
    }

    @Test
    void warnsAtTheStartOfAVersionThatEnds() {
        target(settings().version("v21.0"));

        assertThat(log).singleElement().asString().contains("v21.0", "2027-01-21");
    }

    @Test
    void withoutATokenNothingIsSentAndTheAccountMustBeConnected() {
        FacebookTarget target = target(FacebookSettings.builder(PAGE, () -> {
                    throw new ReconnectException(Reason.UNAUTHORIZED, "TOKEN_EXPIRED", "It has expired.");
                })
                .baseUrl(GRAPH.baseUrl()));

        assertThat(target.publish(target.draft(share))).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.UNAUTHORIZED);
            assertThat(rejected.code()).isEqualTo("TOKEN_EXPIRED");
        });
        assertThat(target.find(target.draft(share), NOON)).asString().contains("It has expired.");
        GRAPH.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void signsWithTheTimeWhereAsked() {
        GRAPH.stubFor(post(anyUrl()).willReturn(okJson(MADE)));
        FacebookTarget target = FacebookTarget.of(
                settings()
                        .appSecret(Secret.of("0123456789abcdef0123456789abcdef"))
                        .timedProof(true)
                        .build(),
                Clock.fixed(Instant.ofEpochSecond(1_764_000_000L), ZoneOffset.UTC));

        target.publish(target.draft(share));

        // printf '%s' "$TOKEN|1764000000" | openssl dgst -sha256 -hmac "$SECRET"
        assertThat(GRAPH.findAll(postRequestedFor(anyUrl())).get(0).getBodyAsString())
                .endsWith("&appsecret_proof=544e3a4ac3a725f97c91d39f34d7eb647de2d92a9b39d1fddaa9127f3c44bce9"
                        + "&appsecret_time=1764000000");
    }
}
