package io.sharewire.twitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Cost;
import io.sharewire.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class TwitterSettingsTest {

    private static final Currency WON = Currency.getInstance("KRW");

    @Test
    void needsNoMoreThanCredentials() {
        TwitterSettings settings =
                TwitterSettings.oauth2(Secret.of("token-0123456789")).build();
        assertThat(settings.name()).isEqualTo("twitter");
        assertThat(settings.baseUrl()).isEqualTo("https://api.x.com");
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.prices().post()).isEqualTo(Cost.usd("0.015"));
        assertThat(settings.prices().postWithLink()).isEqualTo(Cost.usd("0.200"));
        assertThat(settings.prices().description()).isEqualTo(Cost.usd("0.005"));
        assertThat(settings.textLimit()).isEqualTo(280);
        assertThat(settings.monthlyBudget()).isNull();
        assertThat(settings.spending()).isNull();
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
                        .textLimit(4_000_000)
                        .prices(new TwitterPrices(Cost.usd("1"), Cost.usd("2"), new Cost(BigDecimal.ONE, WON)))
                        .monthlyBudget(new Cost(BigDecimal.ONE, WON))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("TwitterSettings: ")
                .hasMessageContaining("name is required")
                .hasMessageContaining("userId must be the account's numeric id, not '@news'")
                .hasMessageContaining("username must be 1 to 15 letters")
                .hasMessageContaining("baseUrl must be an https address")
                .hasMessageContaining("timeout must be above 0")
                .hasMessageContaining("textLimit must be 280, or up to 25000 for a premium account, not 4000000")
                .hasMessageContaining("prices must be in one currency")
                .hasMessageContaining("monthlyBudget must be above 0 and in the currency of the prices, not 1 KRW");
        assertThatThrownBy(() -> TwitterSettings.oauth2(Secret.of("token-0123456789"))
                        .monthlyBudget(Cost.usd("0.00"))
                        .build())
                .hasMessageEndingWith("not 0.00 USD");
    }

    @Test
    void keepsEverythingThroughABuilder() {
        TwitterSpending spending = TwitterSpending.inMemory();
        TwitterSettings settings = TwitterSettings.oauth1(
                        Secret.of("key-1"), Secret.of("secret-2"), Secret.of("token-3"), Secret.of("secret-4"))
                .name("twitter:sports")
                .userId("42")
                .username("sports")
                .baseUrl("https://x.example/")
                .timeout(Duration.ofSeconds(31))
                .prices(new TwitterPrices(Cost.usd("1"), Cost.usd("2"), Cost.usd("3")))
                .needsDescriptions(true)
                .textLimit(25_000)
                .monthlyBudget(Cost.usd("50"))
                .spending(spending)
                .build();
        TwitterSettings copy = settings.toBuilder().build();
        assertThat(copy.name()).isEqualTo("twitter:sports");
        assertThat(copy.userId()).isEqualTo("42");
        assertThat(copy.username()).isEqualTo("sports");
        assertThat(copy.baseUrl()).isEqualTo("https://x.example");
        assertThat(copy.timeout()).isEqualTo(Duration.ofSeconds(31));
        assertThat(copy.prices()).isEqualTo(settings.prices());
        assertThat(copy.needsDescriptions()).isTrue();
        assertThat(copy.textLimit()).isEqualTo(25_000);
        assertThat(copy.monthlyBudget()).isEqualTo(Cost.usd("50"));
        assertThat(copy.spending()).isSameAs(spending);
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
