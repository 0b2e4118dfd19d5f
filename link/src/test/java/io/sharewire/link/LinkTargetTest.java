package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Article;
import io.sharewire.Draft;
import io.sharewire.Length;
import io.sharewire.Lookup;
import io.sharewire.PayloadPart;
import io.sharewire.Problem;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.Share;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Shared;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTargetTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Article ARTICLE = Article.builder("https://News.example/a?id=7&fbclid=x#top", "A title")
            .build();
    private static final String TRACKED =
            "https://news.example/a?id=7&utm_source=link&utm_medium=referral&utm_campaign=share";

    private final LinkTarget target = LinkTarget.of(LinkSettings.defaults(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void theDraftIsTheTrackedLinkAndNothingElse() {
        Draft draft = target.draft(Share.of(ARTICLE).withText("An editor's words"));

        assertThat(draft.text()).isEqualTo(TRACKED);
        assertThat(draft.link()).isEqualTo(TRACKED);
        assertThat(draft.payload()).containsExactly(new PayloadPart("text/plain", TRACKED));
        assertThat(draft.length()).isEqualTo(new Length(TRACKED.length(), 2048, "characters"));
        assertThat(draft.problems()).isEmpty();
    }

    @Test
    void theSharesCampaignComesBeforeTheSettings() {
        assertThat(target.draft(Share.of(ARTICLE).withCampaign("Election")).link())
                .endsWith("&utm_campaign=election");
    }

    @Test
    void thePreparedLinkIsUsedAsItIs() {
        Share share = Share.of(ARTICLE)
                .withCampaign("election")
                .withLink(LinkTarget.CHANNEL, "https://sho.example/Ab?utm_source=kept");

        assertThat(target.draft(share).link()).isEqualTo("https://sho.example/Ab?utm_source=kept");
    }

    @Test
    void publishingHandsOutTheDraftsLink() {
        Draft draft = target.draft(Share.of(ARTICLE));

        assertThat(target.publish(draft))
                .isEqualTo(new Shared(new Receipt("link", draft.fingerprint().substring(0, 16), TRACKED, NOW)));
    }

    @Test
    void theSameLinkHasTheSameReceipt() {
        String first =
                target.publish(target.draft(Share.of(ARTICLE))).orElseThrow().id();
        String second = target.publish(target.draft(Share.of(ARTICLE).withEdition("2")))
                .orElseThrow()
                .id();

        assertThat(first).isEqualTo(second).hasSize(16);
    }

    @Test
    void aLinkOf2048CharactersIsHandedOutAndOneMoreIsRefused() {
        String tags = "?utm_source=link&utm_medium=referral&utm_campaign=share";
        String longest = "https://news.example/".concat("a".repeat(2048 - tags.length() - 21));

        assertThat(target.publish(draftOf(longest))).isInstanceOf(Shared.class);
        Draft over = draftOf(longest + "a");
        assertThat(over.problems())
                .containsExactly(Problem.error(
                        "LINK_TOO_LONG",
                        "The link has 2049 of 2048 characters.",
                        "Give the article a shorter address, or share a short link made for it."));
        assertThat(target.publish(over))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.INVALID_CONTENT));
    }

    @Test
    void itIsAlwaysFound() {
        Draft draft = target.draft(Share.of(ARTICLE));

        assertThat(target.find(draft, NOW))
                .isEqualTo(new Lookup.Found(List.of(target.publish(draft).orElseThrow())));
    }

    @Test
    void refusesAnotherTargetsDraft() {
        Draft other = LinkTarget.of(LinkSettings.builder().name("link:sports").build())
                .draft(Share.of(ARTICLE));

        assertThatThrownBy(() -> target.publish(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("link was handed a draft for link:sports");
    }

    @Test
    void whatIsHandedOutCanNeitherBeChangedNorTakenBack() {
        Draft draft = target.draft(Share.of(ARTICLE));
        Receipt receipt = target.publish(draft).orElseThrow();

        assertThat(target.retract(receipt))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.UNSUPPORTED));
        assertThat(target.correct(receipt, draft))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.UNSUPPORTED));
    }

    @Test
    void bothLinksOfAnArticle() {
        assertThat(ArticleLinks.of(Share.of(ARTICLE), LinkSettings.defaults()))
                .isEqualTo(new ArticleLinks("https://news.example/a?id=7", TRACKED));
    }

    private Draft draftOf(String url) {
        return target.draft(Share.of(Article.builder(url, "A title").build()));
    }
}
