package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import io.sharewire.testkit.Sandbox;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signatures as the other side checks them: recomputed from the request that arrived. */
class OAuth1SandboxTest {

    private final Sandbox sandbox = Sandbox.start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void isAcceptedForWritingAndForReadingWithAQuery() {
        TwitterTarget target = target(sandbox.twitter().oauthTokenSecret());
        Draft draft = target.draft(XServer.share());
        Instant before = Instant.now();
        assertThat(target.publish(draft)).isInstanceOf(Shared.class);
        assertThat(target.find(draft, before)).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void isRefusedWithAnotherSecret() {
        TwitterTarget target = target("not-the-secret");
        assertThat(target.publish(target.draft(XServer.share())))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNAUTHORIZED));
        assertThat(sandbox.twitter().posts()).isEmpty();
    }

    private TwitterTarget target(String tokenSecret) {
        return TwitterTarget.of(TwitterSettings.oauth1(
                        Secret.of(sandbox.twitter().consumerKey()),
                        Secret.of(sandbox.twitter().consumerSecret()),
                        Secret.of(sandbox.twitter().oauthToken()),
                        Secret.of(tokenSecret))
                .baseUrl(sandbox.twitter().baseUrl())
                .build());
    }
}
