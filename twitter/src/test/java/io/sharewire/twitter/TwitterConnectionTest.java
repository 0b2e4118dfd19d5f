package io.sharewire.twitter;

import static io.sharewire.twitter.XServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Media;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.auth.InMemoryTokenStore;
import io.sharewire.auth.ReconnectException;
import io.sharewire.auth.RefreshingToken;
import io.sharewire.auth.Tokens;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts that are not connected, or not with all that is needed: nothing is sent for them. */
class TwitterConnectionTest {

    private static final Receipt RECEIPT = new Receipt("twitter", "1", "https://x.com/i/web/status/1", XServer.NOW);

    private final XServer x = new XServer();
    private final Share withFile = XServer.share().withMedia(Media.of(Gif.of(10, 10, 1, 0)));

    @AfterEach
    void stop() {
        x.close();
    }

    private TwitterTarget target(Supplier<Secret> token) {
        return TwitterTarget.of(
                TwitterSettings.oauth2(token).baseUrl(x.baseUrl()).userId("42").build(), XServer.CLOCK);
    }

    private TwitterTarget connectedWith(String... scopes) {
        InMemoryTokenStore store = new InMemoryTokenStore();
        store.save("twitter", new Tokens(Secret.of(XServer.TOKEN), null, null, Set.of(scopes)));
        return target(new RefreshingToken(
                "twitter",
                store,
                old -> {
                    throw new AssertionError("there is nothing to renew");
                },
                XServer.CLOCK));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"UNAUTHORIZED", "UNAVAILABLE"})
    void aSourceWithoutATokenIsSaidToBeInEveryCallAndNothingIsSent(Reason reason) {
        ReconnectException without = new ReconnectException(reason, "NO_TOKEN", "There is no token.");
        TwitterTarget target = target(() -> {
            throw without;
        });

        assertThat(target.publish(target.draft(XServer.share()))).isEqualTo(without.toResult());
        assertThat(target.publish(target.draft(withFile))).isEqualTo(without.toResult());
        assertThat(target.retract(RECEIPT)).isEqualTo(without.toResult());
        assertThat(target.find(target.draft(XServer.share()), Instant.EPOCH))
                .isEqualTo(new Lookup.CannotTell("There is no token. Connect the account again, then look again."));
        assertThat(((Rejected) without.toResult()).reason()).isEqualTo(reason);
        assertThat(x.wireMock().getAllServeEvents()).isEmpty();
    }

    @Test
    void aTokenThatCannotBeRenewedAfterXRefusedItIsSaidToBe() {
        x.answersCreate(json(401, "{\"title\":\"Unauthorized\",\"type\":\"about:blank\",\"detail\":\"Unauthorized\"}"));
        InMemoryTokenStore store = new InMemoryTokenStore();
        store.save("twitter", Tokens.of(Secret.of(XServer.TOKEN)));
        TwitterTarget target = target(new RefreshingToken("twitter", store, old -> old, XServer.CLOCK));

        assertThat(target.publish(target.draft(XServer.share()))).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.UNAUTHORIZED);
            assertThat(rejected.code()).isEqualTo("TOKEN_EXPIRED");
        });
        assertThat(x.creates()).hasSize(1);
    }

    @Test
    void anAccountConnectedWithoutTweetWriteIsRefusedBeforeAnythingIsSent() {
        TwitterTarget target = connectedWith("tweet.read", "users.read", "offline.access");
        ShareResult expected = new Rejected(
                Reason.UNAUTHORIZED,
                "SCOPES_MISSING",
                "twitter is connected without tweet.write; nothing was sent.",
                "Allow it in the app's settings in X's developer console, then connect the account again.",
                null);

        assertThat(target.publish(target.draft(XServer.share()))).isEqualTo(expected);
        assertThat(target.retract(RECEIPT)).isEqualTo(expected);
        assertThat(x.wireMock().getAllServeEvents()).isEmpty();
    }

    @Test
    void anAccountConnectedWithoutMediaWritePostsTextButNoFiles() {
        x.answersCreate(json(201, "{\"data\":{\"id\":\"1\"}}"));
        TwitterTarget target = connectedWith("tweet.read", "tweet.write", "users.read");
        Draft picture = target.draft(withFile);

        assertThat(target.publish(picture)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.UNAUTHORIZED);
            assertThat(rejected.message()).isEqualTo("twitter is connected without media.write; nothing was sent.");
        });
        assertThat(x.wireMock().getAllServeEvents()).isEmpty();
        assertThat(target.publish(target.draft(XServer.share()))).isInstanceOf(Shared.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAccountOfWhichTheScopesAreNotKnownIsTried(boolean kept) {
        x.answersCreate(json(201, "{\"data\":{\"id\":\"1\"}}"));
        TwitterTarget target = kept ? connectedWith() : target(() -> Secret.of(XServer.TOKEN));

        assertThat(target.publish(target.draft(XServer.share()))).isInstanceOf(Shared.class);
    }
}
