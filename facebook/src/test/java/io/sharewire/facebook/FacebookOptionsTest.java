package io.sharewire.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Article;
import io.sharewire.Share;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class FacebookOptionsTest {

    private final Share share =
            Share.of(Article.builder("https://news.example.kr/a/7", "T").build());
    private final FacebookText text = new FacebookText("facebook", FacebookLimits.defaults(), Clock.systemUTC());

    private String body(FacebookOptions options) {
        return text.draft(share.with(options)).payload().get(0).body();
    }

    @Test
    void limitsWhoMaySeeThePost() {
        assertThat(body(FacebookOptions.defaults()
                        .withAudience(FacebookAudience.in("KR", "JP").from(18))))
                // {"geo_locations":{"countries":["KR","JP"]},"age_min":18}
                .endsWith("&targeting=%7B%22geo_locations%22%3A%7B%22countries%22%3A%5B%22KR%22%2C%22JP%22%5D%7D%2C"
                        + "%22age_min%22%3A18%7D");
    }

    @Test
    void prefersSomeFeeds() {
        assertThat(body(FacebookOptions.defaults()
                        .withFeedPreference(
                                FacebookFeedPreference.in("KR").withLocales(12).withAges(20, 40))))
                // {"geo_locations":{"countries":["KR"]},"locales":[12],"age_min":20,"age_max":40}
                .endsWith("&feed_targeting=%7B%22geo_locations%22%3A%7B%22countries%22%3A%5B%22KR%22%5D%7D%2C"
                        + "%22locales%22%3A%5B12%5D%2C%22age_min%22%3A20%2C%22age_max%22%3A40%7D");
    }

    @Test
    void sendsNothingOfWhatWasNotChosen() {
        assertThat(body(FacebookOptions.defaults().withFirstComment(" \n ")))
                .isEqualTo("message=T&link=https%3A%2F%2Fnews.example.kr%2Fa%2F7");
        assertThat(text.draft(share.with(FacebookOptions.defaults().withFirstComment(" ")))
                        .afterwards())
                .isEmpty();
    }

    @Test
    void refusesWhatFacebookHasNoWordFor() {
        assertThatThrownBy(() -> FacebookAudience.in("kr").from(14))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FacebookAudience: countries must be codes of two capital letters, not [kr]");
        assertThatThrownBy(() -> new FacebookAudience(List.of(), 14))
                .hasMessage("FacebookAudience: minAge must be 13, 15, 18, 21 or 25, not 14");
        assertThatThrownBy(() -> new FacebookAudience(List.of(), null))
                .hasMessage("FacebookAudience: a country or an age is required");
        assertThatThrownBy(() -> FacebookFeedPreference.in("KR").withAges(12, 66))
                .hasMessage("FacebookFeedPreference: minAge must be 13 or more, not 12; "
                        + "maxAge must be 65 or less, not 66");
        assertThatThrownBy(() -> FacebookFeedPreference.in()).hasMessageContaining("is required");
        assertThatThrownBy(() -> FacebookOptions.defaults().withHashtags(-1))
                .hasMessage("FacebookOptions: hashtags must not be negative, not -1");
    }

    @Test
    void everyChoiceLeavesTheOthersAlone() {
        FacebookOptions options = FacebookOptions.defaults()
                .withFirstComment("c")
                .withHashtags(2)
                .withAudience(FacebookAudience.in("KR"))
                .withFeedPreference(FacebookFeedPreference.in("JP"))
                .withLinkPlace(FacebookOptions.LinkPlace.FIRST_COMMENT)
                .withScheduledAt(null);

        assertThat(options.firstComment()).isEqualTo("c");
        assertThat(options.hashtags()).isEqualTo(2);
        assertThat(options.audience()).isEqualTo(FacebookAudience.in("KR"));
        assertThat(options.feedPreference()).isEqualTo(FacebookFeedPreference.in("JP"));
        assertThat(options.linkPlace()).isEqualTo(FacebookOptions.LinkPlace.FIRST_COMMENT);
        assertThat(options.scheduledAt()).isNull();
    }
}
