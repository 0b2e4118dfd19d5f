package io.sharewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShareTest {

    private static final Channel X = new Channel("twitter", "x", "social");
    private static final Channel MAIL = new Channel("mail", "mail", "email");

    private final Share share = Share.of(Samples.english());

    @Test
    void hasTheSameKeyForEveryAddressOfTheSameArticle() {
        Share tagged = Share.of(
                Article.builder("https://courier.example/harbour-library?utm_source=x&fbclid=abc#top", "Another title")
                        .build());

        assertThat(tagged.key()).isEqualTo(share.key()).matches("[0-9a-f]{24}");
    }

    @Test
    void hasAnotherKeyForAnotherEdition() {
        assertThat(share.withEdition("2").key()).isNotEqualTo(share.key());
        assertThat(share.withEdition("1").key()).isEqualTo(share.key());
    }

    @Test
    void givesEachChannelItsOwnTextElseTheCommonOne() {
        Share texts = share.withText("for all").withText(X, "for X");

        assertThat(texts.text(X)).contains("for X");
        assertThat(texts.text(MAIL)).contains("for all");
        assertThat(share.text(X)).isEmpty();
    }

    @Test
    void leavesLinksAloneUntilThereIsACampaign() {
        assertThat(share.link(X)).isEqualTo("https://courier.example/harbour-library");
        assertThat(share.withCampaign("Night Opening").link(X))
                .isEqualTo("https://courier.example/harbour-library?utm_source=x&utm_medium=social"
                        + "&utm_campaign=night-opening");
        assertThat(share.withCampaign("n").link(MAIL)).contains("utm_source=mail&utm_medium=email");
    }

    @Test
    void usesAPreparedLinkAsItIs() {
        assertThat(share.withCampaign("n").withLink(X, "https://go.example/x1").link(X))
                .isEqualTo("https://go.example/x1");
    }

    @Test
    void writesAPreparedLinkInAscii() {
        assertThat(share.withLink(X, "https://뉴스.한국/가?utm_id=1#top").link(X))
                .isEqualTo("https://xn--vg1b002a.xn--3e0b707e/%EA%B0%80?utm_id=1#top");
    }

    @Test
    void refusesALinkThatIsNone() {
        assertThatThrownBy(() -> share.withLink(X, "javascript:alert(1)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Share: link for twitter must be an absolute http or https address, not "
                        + "'javascript:alert(1)'");
    }

    @Test
    void refusesKeysThatALedgerCannotKeep() {
        assertThatThrownBy(() -> share.withKey("two words")).isInstanceOf(IllegalArgumentException.class);
        assertThat(share.withKey("desk/2026-11-24#7").key()).isEqualTo("desk/2026-11-24#7");
    }
}
