package io.sharewire.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void theOtherThreeTagsAreThereIfGiven() {
        Campaign campaign = SHARE.withContent("Top button").withId("A1").withTerm("한강 다리");

        String tagged = campaign.tag("https://n.example/a?utm_id=old&q=a+b");

        assertThat(tagged)
                .isEqualTo("https://n.example/a?q=a+b&utm_source=x&utm_medium=social&utm_campaign=share"
                        + "&utm_content=top-button&utm_id=a1&utm_term=%ED%95%9C%EA%B0%95-%EB%8B%A4%EB%A6%AC");
        assertThat(campaign.tag(tagged)).isEqualTo(tagged);
    }

    @ParameterizedTest
    @CsvSource({
        "https://n.example/a?utm_source=desk&x=1#top,https://n.example/a?utm_source=desk&x=1#top",
        "https://n.example/a?UTM_Medium=y,https://n.example/a?UTM_Medium=y",
        "https://n.example/a?x=1,https://n.example/a?x=1&utm_source=x&utm_medium=social&utm_campaign=share"
    })
    void leavesATaggedAddressAloneIfAsked(String url, String kept) {
        assertThat(SHARE.tagUnlessTagged(url)).isEqualTo(kept);
    }

    /** Queries put together from what other programs read or write differently; a failure names its seed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theRestOfAnyQueryKeepsItsBytes(long seed) {
        Random random = new Random(seed);
        List<String> parts = List.of(
                "a", "=", "&", "+", "%20", "%2B", "%B0%A1", "%ea", "%", "%zz", "{", "}", "|", "~", "*", ";", "/", "?",
                "가", ":", "@", ",", "!", "(", "&&", "==", "%26", "utm", "_source");
        for (int i = 0; i < 200; i++) {
            StringBuilder query = new StringBuilder("q=");
            for (int n = random.nextInt(12); n > 0; n--) {
                query.append(parts.get(random.nextInt(parts.size())));
            }
            String canonical = CanonicalUrl.of("https://n.example/a?" + query);
            String tagged = SHARE.tag(canonical);

            assertThat(tagged)
                    .as("seed %d, query %s", seed, query)
                    .isEqualTo(canonical + "&utm_source=x&utm_medium=social&utm_campaign=share");
            assertThat(SHARE.tag(tagged)).as("seed %d, query %s", seed, query).isEqualTo(tagged);
        }
    }

    @Test
    void aBlankValueIsRefused() {
        assertThatThrownBy(() -> new Campaign("link", "referral", " ")).hasMessage("Campaign: name is blank");
    }
}
