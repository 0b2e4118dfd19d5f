package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.twitter.TwitterOptions.ReplySettings;
import org.junit.jupiter.api.Test;

class TwitterOptionsTest {

    @Test
    void keepsTheOtherChoicesWhenOneIsMade() {
        TwitterOptions options =
                TwitterOptions.defaults().withHashtags(2).withVia("newsroom").withReplySettings(ReplySettings.VERIFIED);
        assertThat(options).isEqualTo(new TwitterOptions(2, "newsroom", ReplySettings.VERIFIED, false, null));
        assertThat(options.channel()).isEqualTo(TwitterTarget.CHANNEL);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> TwitterOptions.defaults().withHashtags(-1))
                .hasMessage("TwitterOptions: hashtags must not be negative, not -1");
        assertThatThrownBy(() -> TwitterOptions.defaults().withVia("@newsroom"))
                .hasMessageStartingWith("TwitterOptions: via must be 1 to 15 letters");
    }
}
