package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Cost;
import io.sharewire.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TwitterSettingsTest {

    @Test
    void needsNoMoreThanCredentials() {
        TwitterSettings settings =
                TwitterSettings.oauth2(Secret.of("token-0123456789")).build();
        assertThat(settings.name()).isEqualTo("twitter");
        assertThat(settings.baseUrl()).isEqualTo("https://api.x.com");
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.prices().post()).isEqualTo(Cost.usd("0.015"));
        assertThat(settings.prices().postWithLink()).isEqualTo(Cost.usd("0.200"));
        assertThat(settings.userId()).isNull();
        assertThat(settings.username()).isNull();
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> TwitterSettings.oauth2(Secret.of("token-0123456789"))
                        .name(" ")
                        .userId("@news")
                        .username("@news")
                        .baseUrl("http://api.x.com")
                        .timeout(Duration.ZERO)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("TwitterSettings: ")
                .hasMessageContaining("name is required")
                .hasMessageContaining("userId must be the account's numeric id, not '@news'")
                .hasMessageContaining("username must be 1 to 15 letters")
                .hasMessageContaining("baseUrl must be an https address")
                .hasMessageContaining("timeout must be above 0");
    }

    @Test
    void keepsEverythingThroughABuilder() {
        TwitterSettings settings = TwitterSettings.oauth1(
                        Secret.of("key-1"), Secret.of("secret-2"), Secret.of("token-3"), Secret.of("secret-4"))
                .name("twitter:sports")
                .userId("42")
                .username("sports")
                .baseUrl("https://x.example/")
                .timeout(Duration.ofSeconds(31))
                .prices(new TwitterPrices(Cost.usd("1"), Cost.usd("2"), Cost.usd("3")))
                .build();
        TwitterSettings copy = settings.toBuilder().build();
        assertThat(copy.name()).isEqualTo("twitter:sports");
        assertThat(copy.userId()).isEqualTo("42");
        assertThat(copy.username()).isEqualTo("sports");
        assertThat(copy.baseUrl()).isEqualTo("https://x.example");
        assertThat(copy.timeout()).isEqualTo(Duration.ofSeconds(31));
        assertThat(copy.prices()).isEqualTo(settings.prices());
        assertThat(copy.authorization()).isSameAs(settings.authorization());
    }

    @Test
    void showsNoCredential() {
        assertThat(TwitterSettings.oauth2(Secret.of("token-0123456789")).build().toString())
                .isEqualTo("TwitterSettings[twitter, account, https://api.x.com]");
        assertThat(TwitterSettings.oauth1(
                                Secret.of("key-1"), Secret.of("secret-2"), Secret.of("token-3"), Secret.of("secret-4"))
                        .username("news")
                        .userId("42")
                        .build()
                        .toString())
                .isEqualTo("TwitterSettings[twitter, @news 42, https://api.x.com]");
        assertThat(new OAuth2Bearer(() -> Secret.of("token-0123456789")).toString())
                .isEqualTo("OAuth2Bearer");
    }
}
