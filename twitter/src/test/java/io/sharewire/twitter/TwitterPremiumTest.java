package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twitter.twittertext.TwitterTextParser;
import io.sharewire.Draft;
import io.sharewire.InMemoryLedger;
import io.sharewire.Problem;
import io.sharewire.ReconcilingTarget;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Proof;
import io.sharewire.ShareResult.Shared;
import io.sharewire.testkit.Fault;
import io.sharewire.testkit.Sandbox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account of X Premium, which may post 25,000 weighted characters. */
class TwitterPremiumTest {

    private final Sandbox sandbox = Sandbox.start();
    private final TwitterTarget target =
            TwitterTarget.of(TwitterSettings.oauth2(Secret.of(sandbox.twitter().token()))
                    .baseUrl(sandbox.twitter().baseUrl())
                    .textLimit(25_000)
                    .build());

    @BeforeEach
    void premium() {
        sandbox.twitter().premium(true);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static Share share(String text) {
        return XServer.share().withText(text);
    }

    @Test
    void takesAsMuchAsXDoesAndNotOneMore() {
        // 25,000 less 23 for the link and 2 for the blank line, or 1 for a line break, leave 24,976: 12,488 syllables.
        Draft most = target.draft(share("가".repeat(12_488)));
        Draft more = target.draft(share("가".repeat(12_488) + "a"));

        assertThat(most.problems()).isEmpty();
        assertThat(most.length().used()).isEqualTo(25_000);
        assertThat(TwitterTextParser.parseTweet(most.text()).weightedLength).isEqualTo(25_000);
        assertThat(target.publish(most)).isInstanceOf(Shared.class);
        assertThat(more.problems())
                .containsExactly(Problem.error(
                        "TEXT_TOO_LONG",
                        "The text has 25001 of 25000 weighted characters.",
                        "Shorten it by 1, or leave it out to have one made to fit."));
    }

    @Test
    void findsALongPostByItsNoteSinceItsTextIsCut() {
        String text = "한강 다리 통행이 제한됐다. 우회로 안내: https://road.example.com/map?a=1&b=2 <속보> ".repeat(9) + "끝.";
        sandbox.twitter().inject(Fault.STORED_THEN_RESET);
        ReconcilingTarget reconciling = ReconcilingTarget.around(target, new InMemoryLedger())
                .sleeper(duration -> {})
                .looks(List.of(Duration.ZERO, Duration.ZERO))
                .build();

        ShareResult result = reconciling.publish(reconciling.draft(share(text)));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Shared.class, shared -> assertThat(shared.proof()).isEqualTo(Proof.FOUND));
        assertThat(sandbox.twitter().posts()).hasSize(1);
    }

    @Test
    void needsNoThreadForATextThatFits() {
        Share tooLongForOthers =
                share("가".repeat(300)).with(TwitterOptions.defaults().withThread(true));

        assertThat(target.draft(tooLongForOthers).payload()).hasSize(1);
    }

    @Test
    void anyOtherAccountHas280() {
        assertThat(TwitterSettings.oauth2(Secret.of("token-0123456789")).build().textLimit())
                .isEqualTo(280);
        for (int wrong : new int[] {279, 25_001}) {
            assertThatThrownBy(() -> TwitterSettings.oauth2(Secret.of("token-0123456789"))
                            .textLimit(wrong)
                            .build())
                    .hasMessage("TwitterSettings: textLimit must be 280, or up to 25000 for a premium account, not "
                            + wrong);
        }
    }
}
