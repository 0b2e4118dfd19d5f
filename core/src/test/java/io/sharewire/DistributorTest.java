package io.sharewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DistributorTest {

    private final Share share = Share.of(Samples.english());

    @Test
    void sendsToAllAndTellsWhatCameOfEachInTheirOrder() {
        ScriptedTarget one = new ScriptedTarget("one");
        ScriptedTarget two = new ScriptedTarget("two").answers(ScriptedTarget.rejected(Reason.FORBIDDEN));

        try (Distributor distributor = Distributor.of(one, two)) {
            Map<String, ShareResult> results = distributor.distribute(share);

            assertThat(results)
                    .containsExactly(
                            Map.entry("one", one.shared("post-1")),
                            Map.entry("two", ScriptedTarget.rejected(Reason.FORBIDDEN)));
        }
    }

    @Test
    void sendsSideBySide() {
        // Each waits for the other: one after the other would never end.
        CountDownLatch both = new CountDownLatch(2);
        ScriptedTarget one = new ScriptedTarget("one");
        ScriptedTarget two = new ScriptedTarget("two");
        one.runs(draft -> meet(both, one));
        two.runs(draft -> meet(both, two));

        try (Distributor distributor = Distributor.of(one, two)) {
            assertThat(distributor.distribute(share).values()).allMatch(r -> r instanceof ShareResult.Shared);
        }
    }

    private static ShareResult meet(CountDownLatch both, ScriptedTarget target) {
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return target.shared("met");
    }

    @Test
    void aTargetThatBreaksWhileDraftingFailsOnlyItself() {
        ShareTarget broken = new ShareTarget() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Channel channel() {
                return ScriptedTarget.CHANNEL;
            }

            @Override
            public Draft draft(Share ignored) {
                throw new IllegalStateException("boom");
            }

            @Override
            public ShareResult publish(Draft draft, Progress progress) {
                throw new AssertionError("never reached");
            }
        };
        ScriptedTarget fine = new ScriptedTarget("fine");

        try (Distributor distributor = Distributor.of(broken, fine)) {
            Map<String, ShareResult> results = distributor.distribute(share);

            assertThat(results.get("broken"))
                    .isInstanceOfSatisfying(
                            ShareResult.Rejected.class,
                            rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNAVAILABLE));
            assertThat(results.get("fine")).isInstanceOf(ShareResult.Shared.class);
        }
    }

    @Test
    void publishesTheVeryDraftsThatWerePreviewed() {
        ScriptedTarget one = new ScriptedTarget("one");

        try (Distributor distributor = Distributor.of(one)) {
            List<Draft> previewed = distributor.draft(share.withText("What the editor saw"));
            distributor.publish(previewed);

            assertThat(one.published).singleElement().isSameAs(previewed.get(0));
        }
    }

    @Test
    void theSameShareGoesOutOnce() {
        ScriptedTarget one = new ScriptedTarget("one");

        try (Distributor distributor = Distributor.of(one)) {
            distributor.distribute(share);
            distributor.distribute(share);
            distributor.distribute(share.withEdition("2"));

            assertThat(one.published).hasSize(2);
        }
    }

    @Test
    void namesWhatIsWrongWithItsTargets() {
        assertThatThrownBy(() -> Distributor.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Distributor: a target is required");
        assertThatThrownBy(() -> Distributor.of(new ScriptedTarget("same"), new ScriptedTarget("same")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Distributor: two targets are called 'same'");
    }

    @Test
    void refusesDraftsForUnknownTargetsBeforeAnythingIsSent() {
        ScriptedTarget one = new ScriptedTarget("one");

        try (Distributor distributor = Distributor.of(one)) {
            List<Draft> drafts = List.of(one.draft(share), new ScriptedTarget("two").draft(share));

            assertThatThrownBy(() -> distributor.publish(drafts))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Distributor: no target is called 'two'; there are one");
            assertThat(one.published).isEmpty();
        }
    }
}
