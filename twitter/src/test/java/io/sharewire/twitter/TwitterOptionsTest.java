package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.twitter.TwitterOptions.ReplySettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TwitterOptionsTest {

    @Test
    void keepsTheOtherChoicesWhenOneIsMade() {
        TwitterPoll poll = TwitterPoll.of(Duration.ofHours(1), "a", "b");
        TwitterOptions options = TwitterOptions.defaults()
                .withHashtags(2)
                .withVia("newsroom")
                .withReplySettings(ReplySettings.VERIFIED)
                .withThread(true)
                .withPoll(poll)
                .withPosts("하나", "둘");
        for (TwitterOptions same : new TwitterOptions[] {
            options.withHashtags(2),
            options.withVia("newsroom"),
            options.withReplySettings(ReplySettings.VERIFIED),
            options.withThread(true),
            options.withPoll(poll),
            options.withPosts("하나", " 둘\u200B")
        }) {
            assertThat(same).usingRecursiveComparison().isEqualTo(options);
        }
        assertThat(options.channel()).isEqualTo(TwitterTarget.CHANNEL);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> TwitterOptions.defaults().withHashtags(-1)).hasMessageContaining("not -1");
        assertThatThrownBy(() -> TwitterOptions.defaults().withVia("@newsroom"))
                .hasMessageContaining("without '@', not '@newsroom'");
    }
}
