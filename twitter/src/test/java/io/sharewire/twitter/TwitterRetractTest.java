package io.sharewire.twitter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.sharewire.twitter.XServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.Secret;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.ShareResult.Unknown;
import io.sharewire.testkit.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwitterRetractTest {

    private static final String ID = "1346889436626259968";
    private static final Receipt RECEIPT =
            new Receipt("twitter", ID, "https://x.com/i/web/status/" + ID, XServer.NOW.minusSeconds(60));

    private final XServer x = new XServer();

    @AfterEach
    void stop() {
        x.close();
    }

    private ShareResult retract(ResponseDefinitionBuilder answer) {
        x.wireMock().stubFor(delete(urlEqualTo("/2/tweets/" + ID)).willReturn(answer));
        return x.target().retract(RECEIPT);
    }

    @Test
    void deletesThePost() {
        assertThat(retract(json(200, "{\"data\":{\"deleted\":true}}"))).isEqualTo(new Shared(RECEIPT));
        x.wireMock()
                .verify(
                        1,
                        deleteRequestedFor(urlEqualTo("/2/tweets/" + ID))
                                .withHeader("Authorization", equalTo("Bearer " + XServer.TOKEN)));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 200})
    void takesAPostThatIsGoneForDeleted(int status) {
        assertThat(retract(json(status, """
                        {"errors":[{"value":"1346889436626259968","detail":"Could not find tweet with id: [1346889436626259968].",\
                        "title":"Not Found Error","resource_type":"tweet","parameter":"id","resource_id":"1346889436626259968",\
                        "type":"https://api.twitter.com/2/problems/resource-not-found"}]}"""))).isEqualTo(new Shared(RECEIPT));
    }

    @Test
    void doesNotTakeAWrongAddressForAPostThatIsGone() {
        assertThat(retract(aResponse().withStatus(404)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.FORBIDDEN));
    }

    @Test
    void saysThatAnotherAccountsPostStays() {
        assertThat(retract(json(
                        403,
                        "{\"detail\":\"You are not permitted to perform this action.\",\"type\":\"about:blank\","
                                + "\"title\":\"Forbidden\",\"status\":403}")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.FORBIDDEN));
    }

    @Test
    void doesNotKnowAfterAnUnclearAnswer() {
        assertThat(retract(aResponse().withStatus(503))).isInstanceOf(Unknown.class);
        assertThat(retract(json(200, "{\"data\":{\"deleted\":false}}"))).isInstanceOf(Unknown.class);
        assertThat(retract(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void refusesTheReceiptOfAnotherTarget() {
        Receipt sports = new Receipt("twitter:sports", ID, null, XServer.NOW);
        assertThatThrownBy(() -> x.target().retract(sports))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("twitter was handed a receipt of twitter:sports");
    }

    @Test
    void takesWhatItHasPostedOffTheTimelineAndMayBeRepeated() {
        try (Sandbox sandbox = Sandbox.start()) {
            TwitterTarget target = TwitterTarget.of(
                    TwitterSettings.oauth2(Secret.of(sandbox.twitter().token()))
                            .baseUrl(sandbox.twitter().baseUrl())
                            .build());
            Receipt posted = target.publish(target.draft(XServer.share())).orElseThrow();

            assertThat(target.retract(posted)).isEqualTo(new Shared(posted));
            assertThat(sandbox.twitter().posts()).isEmpty();
            assertThat(target.retract(posted)).isEqualTo(new Shared(posted));
        }
    }

    @Test
    void cannotCorrectSinceEditingMakesAnotherPost() {
        assertThat(x.target().correct(RECEIPT, x.target().draft(XServer.share())))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(Reason.UNSUPPORTED);
                    assertThat(rejected.message()).contains("X Premium");
                });
    }
}
