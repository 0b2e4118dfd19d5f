package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Problem;
import io.sharewire.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShortenerSettingsTest {

    private static final Secret TOKEN = Secret.of("token-that-is-secret");

    @Test
    void hostedServicesKnowTheirAddressAndDomain() {
        ShortenerSettings tinyUrl =
                ShortenerSettings.builder(ShortenerService.TINYURL, TOKEN).build();

        assertThat(tinyUrl.baseUrl()).isEqualTo("https://api.tinyurl.com");
        assertThat(tinyUrl.domain()).isEqualTo("tinyurl.com");
        assertThat(tinyUrl.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(ShortenerSettings.builder(ShortenerService.BITLY, TOKEN)
                        .group("B1")
                        .build()
                        .baseUrl())
                .isEqualTo("https://api-ssl.bitly.com");
        assertThat(ShortenerSettings.builder(ShortenerService.REBRANDLY, TOKEN)
                        .build()
                        .baseUrl())
                .isEqualTo("https://api.rebrandly.com");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> ShortenerSettings.builder(ShortenerService.SHLINK, TOKEN)
                        .domain("https://s.test/")
                        .group("B1")
                        .workspace("w")
                        .user("u")
                        .signature(YourlsSignature.MD5)
                        .timeout(Duration.ZERO)
                        .build())
                .hasMessage("ShortenerSettings: baseUrl is required for shlink: the address of your server;"
                        + " domain must be a host name such as sho.rt, not 'https://s.test/';"
                        + " group is for bitly only; workspace is for rebrandly only; user is for yourls only;"
                        + " signature is for yourls only; signature needs no user: leave out one of them;"
                        + " timeout must be above zero, not PT0S");
        assertThatThrownBy(() -> ShortenerSettings.builder(ShortenerService.BITLY, TOKEN)
                        .baseUrl("http://api.example/")
                        .build())
                .hasMessageContaining("baseUrl must be an https address")
                .hasMessageContaining("group is required for bitly");
    }

    @Test
    void aCopyCanBeChanged() {
        ShortenerSettings settings = ShortenerSettings.builder(ShortenerService.REBRANDLY, TOKEN)
                .workspace("w1")
                .domain("go.news.example")
                .timeout(Duration.ofSeconds(2))
                .build();

        ShortenerSettings copy = settings.toBuilder().workspace("w2").build();

        assertThat(copy.workspace()).isEqualTo("w2");
        assertThat(copy.domain()).isEqualTo("go.news.example");
        assertThat(copy.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(copy.token()).isEqualTo(TOKEN);
    }

    @Test
    void theTokenIsNotPrinted() {
        assertThat(ShortenerSettings.builder(ShortenerService.KUTT, TOKEN)
                        .baseUrl("https://kutt.test")
                        .build())
                .hasToString("ShortenerSettings[kutt, https://kutt.test]");
    }

    @Test
    void aShortLinkIsEitherMadeOrNot() {
        assertThatThrownBy(() -> new ShortLink("https://a.example/", null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShortLink("https://a.example/", "https://s.test/", Problem.warning("A", "b", "c")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
