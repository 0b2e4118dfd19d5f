package io.sharewire.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignTest {

    private static final Campaign SHARE = new Campaign("x", "social", "share");

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://n.example/a https://n.example/a?utm_source=x&utm_medium=social&utm_campaign=share",
                "https://n.example/a?id=7&utm_source=y&fbclid=Y&utm_medium=#c"
                        + " https://n.example/a?id=7&utm_source=x&utm_medium=social&utm_campaign=share",
                "https://n.example/?q=a+b&utm_id=1"
                        + " https://n.example/?q=a+b&utm_source=x&utm_medium=social&utm_campaign=share",
                "https://n.example/?q=%B0%A1&r=%2C"
                        + " https://n.example/?q=%B0%A1&r=%2C&utm_source=x&utm_medium=social&utm_campaign=share"
            })
    void tagsAnAddressOnceHoweverOftenItIsAsked(String url, String tagged) {
        assertThat(SHARE.tag(url)).isEqualTo(tagged);
        assertThat(SHARE.tag(tagged)).isEqualTo(tagged);
    }

    @Test
    void replacesAnotherCampaignWholly() {
        String other = new Campaign("Facebook", "Social", "Old").tag("https://n.example/a") + "&utm_content=button";

        assertThat(SHARE.tag(other)).isEqualTo(SHARE.tag("https://n.example/a"));
    }

    @Test
    void lowersAndJoinsItsValues() {
        Campaign campaign = new Campaign(" Link ", "Referral", "Spring  Election 2026");

        assertThat(campaign.name()).isEqualTo("spring-election-2026");
        assertThat(campaign.tag("https://n.example/a"))
                .isEqualTo("https://n.example/a?utm_source=link&utm_medium=referral&utm_campaign=spring-election-2026");
    }

    @Test
    void aValueCannotBecomeAnotherParameter() {
        assertThat(new Campaign("link", "referral", "봄 세일&a+b=c#d").tag("https://n.example/a"))
                .endsWith("&utm_campaign=%EB%B4%84-%EC%84%B8%EC%9D%BC%26a%2Bb%3Dc%23d");
    }

    @Test
    void aBlankValueIsRefused() {
        assertThatThrownBy(() -> new Campaign("link", "referral", " ")).hasMessage("Campaign: name is blank");
    }
}
