package io.sharewire.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sharewire.Article;
import io.sharewire.Draft;
import io.sharewire.Length;
import io.sharewire.Problem;
import io.sharewire.Share;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacebookTextTest {

    private final FacebookText text = new FacebookText(
            "facebook", FacebookLimits.defaults(), Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));
    private final Article article = Article.builder("https://courier.example/library", "Library opens at night")
            .summary("The reading room stays open until two.")
            .tags("libraries", "night life", "#2026", "---")
            .build();

    @Test
    void postsTheLeadAndLeavesTheHeadlineToTheCard() {
        assertThat(text.draft(Share.of(article)).text()).isEqualTo("The reading room stays open until two.");
    }

    @Test
    void postsTheHeadlineWhereThereIsNoLead() {
        assertThat(text.draft(Share.of(article.toBuilder().summary(null).build()))
                        .text())
                .isEqualTo("Library opens at night");
    }

    @Test
    void addsAsManyHashtagsAsTheEditorChose() {
        assertThat(text.draft(Share.of(article).with(FacebookOptions.defaults().withHashtags(2)))
                        .text())
                .isEqualTo("The reading room stays open until two.\n\n#libraries #nightlife");
        assertThat(text.draft(Share.of(article).with(FacebookOptions.defaults().withHashtags(9)))
                        .text())
                .endsWith("#libraries #nightlife #2026");
    }

    @Test
    void countsInUtf16UnitsAgainstTheLimit() {
        assertThat(text.draft(Share.of(article).withText("a📰")).length())
                .isEqualTo(new Length(3, 63206, "characters"));
        assertThat(text.draft(Share.of(article).withText("x".repeat(63206))).problems())
                .isEmpty();
        assertThat(text.draft(Share.of(article).withText("x".repeat(63207))).problems())
                .extracting(Problem::code, Problem::isError)
                .containsExactly(tuple("TEXT_TOO_LONG", true));
    }

    @Test
    void defusesWhatFacebookWouldReadAsAMention() {
        Draft draft = text.draft(Share.of(article).withText("Room @[123] opens"));

        assertThat(draft.text()).isEqualTo("Room @ [123] opens");
        assertThat(draft.problems()).extracting(Problem::code).containsExactly("MENTION_DEFUSED");
        assertThat(draft.refusal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/a, LINK_NOT_PUBLIC",
        "http://192.168.1.7/a, LINK_NOT_PUBLIC",
        "http://newsroom/a, LINK_NOT_PUBLIC",
        "https://www.facebook.com/a, LINK_TO_FACEBOOK",
    })
    void refusesLinksThatFacebookWouldRefuse(String url, String code) {
        assertThat(text.draft(Share.of(Article.builder(url, "T").build())).problems())
                .extracting(Problem::code, Problem::isError)
                .containsExactly(tuple(code, true));
    }

    @Test
    void keepsTheArticleFromBecomingAnotherParameter() {
        Draft draft = text.draft(Share.of(article).withText("a&link=https://evil.example&published=false"));

        assertThat(draft.payload().get(0).body())
                .isEqualTo("message=a%26link%3Dhttps%3A%2F%2Fevil.example%26published%3Dfalse"
                        + "&link=https%3A%2F%2Fcourier.example%2Flibrary");
    }
}
