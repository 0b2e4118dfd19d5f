package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 33 of X: what a link to the composer fills in. */
class TwitterIntentTest {

    @Test
    void rule33_whatWasEncodedComesBack() {
        TwitterIntent intent = TwitterIntent.parse(
                "https://x.com/intent/tweet?text=%EC%86%8D%EB%B3%B4%3A%20A%20%26%20B%20100%25%0A%2B1"
                        + "&url=https%3A%2F%2Fnews.example.com%2Fa%3Fx%3D1%26y%3D2%23z&hashtags=%EC%86%8D%EB%B3%B4,news"
                        + "&via=newsdesk&related=newsdesk%3AThe%20desk,other&in_reply_to=20&lang=ko");

        assertThat(intent.text()).contains("속보: A & B 100%\n+1");
        assertThat(intent.url()).contains("https://news.example.com/a?x=1&y=2#z");
        assertThat(intent.hashtags()).containsExactly("속보", "news");
        assertThat(intent.via()).contains("newsdesk");
        assertThat(intent.related()).containsExactly("newsdesk:The desk", "other");
        assertThat(intent.inReplyTo()).contains("20");
        assertThat(intent.lang()).contains("ko");
    }

    @Test
    void rule33_aPlusIsASpaceAndAnEncodedCommaSeparatesToo() {
        TwitterIntent intent = TwitterIntent.parse("https://twitter.com/intent/post?text=a+b&hashtags=c%2Cd");

        assertThat(intent.text()).contains("a b");
        assertThat(intent.hashtags()).containsExactly("c", "d");
        assertThat(intent.url()).isEmpty();
        assertThat(intent.related()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://x.com/intent/tweet?text=a",
                "https://x.example/intent/tweet?text=a",
                "https://x.com/intent/like?tweet_id=1",
                "https://x.com/intent/tweet?text=",
                "https://x.com/intent/tweet?text=a&text=b",
                "https://x.com/intent/tweet?title=a",
                "https://x.com/intent/tweet?url=news.example.com",
                "https://x.com/intent/tweet?hashtags=%23a",
                "https://x.com/intent/tweet?hashtags=a,,b",
                "https://x.com/intent/tweet?via=%40newsdesk",
                "https://x.com/intent/tweet?in_reply_to=abc"
            })
    void rule33_aLinkThatFillsInSomethingElseIsRefused(String link) {
        assertThatThrownBy(() -> TwitterIntent.parse(link))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(link);
    }
}
