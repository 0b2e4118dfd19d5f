package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Draft;
import io.sharewire.Media;
import io.sharewire.Problem;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult.Shared;
import io.sharewire.testkit.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TwitterPollTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final TwitterText text =
            new TwitterText("twitter", TwitterPrices.published(), TwitterOptions.defaults(), 280);

    private static Share share(TwitterPoll poll) {
        return XServer.share().with(TwitterOptions.defaults().withPoll(poll));
    }

    @Test
    void standsInTheBodyBesideTheText() {
        Draft draft = text.draft(share(TwitterPoll.of(DAY, "찬성", " 반대 ")));

        assertThat(draft.problems()).isEmpty();
        assertThat(draft.payload().get(0).body())
                .isEqualTo("{\"text\":\"시장 선거 결과\\n\\nhttps://news.example.com/a/1\","
                        + "\"poll\":{\"options\":[\"찬성\",\"반대\"],\"duration_minutes\":1440}}");
    }

    @Test
    void standsBelowTheFirstPostOfAThread() {
        Share share = XServer.share()
                .withText("다리 통행이 제한됐다. ".repeat(13) + "끝.")
                .with(TwitterOptions.defaults().withThread(true).withPoll(TwitterPoll.of(DAY, "찬성", "반대")));
        Draft draft = text.draft(share);

        assertThat(draft.payload()).hasSize(2);
        assertThat(draft.payload().get(0).body()).contains("\"poll\"");
        assertThat(draft.payload().get(1).body()).doesNotContain("\"poll\"");
    }

    static Stream<Arguments> limits() {
        String longest = "가".repeat(25);
        return Stream.of(
                Arguments.of(TwitterPoll.of(DAY, "하나"), List.of("POLL_OPTIONS")),
                Arguments.of(TwitterPoll.of(DAY), List.of("POLL_OPTIONS")),
                Arguments.of(TwitterPoll.of(DAY, "1", "2", "3", "4"), List.of()),
                Arguments.of(TwitterPoll.of(DAY, "1", "2", "3", "4", "5"), List.of("POLL_OPTIONS")),
                Arguments.of(TwitterPoll.of(DAY, longest, "b"), List.of()),
                Arguments.of(TwitterPoll.of(DAY, longest + "가", "b"), List.of("POLL_OPTION_LENGTH")),
                Arguments.of(TwitterPoll.of(DAY, " ", "b"), List.of("POLL_OPTION_LENGTH")),
                Arguments.of(TwitterPoll.of(Duration.ofMinutes(4), "a", "b"), List.of("POLL_DURATION")),
                Arguments.of(TwitterPoll.of(Duration.ofMinutes(5), "a", "b"), List.of()),
                Arguments.of(TwitterPoll.of(Duration.ofDays(7), "a", "b"), List.of()),
                Arguments.of(TwitterPoll.of(Duration.ofMinutes(10_081), "a", "b"), List.of("POLL_DURATION")));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void isAProblemBeyondXsLimits(TwitterPoll poll, List<String> codes) {
        assertThat(text.draft(share(poll)).problems()).extracting(Problem::code).containsExactlyElementsOf(codes);
    }

    @Test
    void doesNotGoWithFiles() {
        Draft draft = text.draft(share(TwitterPoll.of(DAY, "찬성", "반대")).withMedia(Media.of(Gif.of(10, 10, 1, 0))));

        assertThat(draft.problems()).extracting(Problem::code).containsExactly("POLL_WITH_MEDIA");
    }

    @Test
    void isTakenByTheOtherSide() {
        try (Sandbox sandbox = Sandbox.start()) {
            TwitterTarget target = TwitterTarget.of(
                    TwitterSettings.oauth2(Secret.of(sandbox.twitter().token()))
                            .baseUrl(sandbox.twitter().baseUrl())
                            .build());

            assertThat(target.publish(target.draft(share(TwitterPoll.of(DAY, "찬성", "반대")))))
                    .isInstanceOf(Shared.class);
            assertThat(sandbox.twitter().posts()).hasSize(1);
        }
    }
}
