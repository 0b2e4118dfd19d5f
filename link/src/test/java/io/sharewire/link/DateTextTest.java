package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Article;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:00:00+09:00,2026-11-24T09:00+09:00",
        "2026-11-24T09:00:00+0900,2026-11-24T09:00+09:00",
        "2026-11-24T09:00+09,2026-11-24T09:00+09:00",
        "2026-11-24T00:00:00Z,2026-11-24T00:00Z",
        "2026-11-24t00:00:00z,2026-11-24T00:00Z",
        "2026-11-24T00:00:00.123Z,2026-11-24T00:00:00.123Z",
        "2026-11-24T09:00:00+09:00[Asia/Seoul],2026-11-24T09:00+09:00",
        "2026-11-24 09:00:00 +0900,2026-11-24T09:00+09:00",
        "2026.11.24 09:00 KST,2026-11-24T09:00+09:00",
        "2026/1/2 9:05 UTC,2026-01-02T09:05Z",
        "'Tue, 24 Nov 2026 09:00:00 GMT',2026-11-24T09:00Z",
        "'Tue, 24 Nov 2026 09:00:00 +0900',2026-11-24T09:00+09:00"
    })
    void readsATimeWithAZone(String text, String time) {
        assertThat(read(text)).contains(new Finding<>(OffsetDateTime.parse(time), "here"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:00:00,2026-11-24T09:00+09:00",
        "2026-11-24 09:00,2026-11-24T09:00+09:00",
        "2026.11.24. 18:30,2026-11-24T18:30+09:00",
        "2026-11-24,2026-11-24T00:00+09:00"
    })
    void aTimeWithoutAZoneIsInTheSitesZoneAndSaysSo(String text, String time) {
        assertThat(read(text))
                .contains(new Finding<>(OffsetDateTime.parse(time), "here (no zone, taken as Asia/Seoul)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2 hours ago",
                "2026-13-01",
                "2026-02-30",
                "2026-11-24T25:00:00Z",
                "24/11/2026",
                "2026-11-24T09:00:00+99:00",
                "1764000000"
            })
    void whatIsNoTimeIsNotGuessedAt(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void theZoneIsThatOfTheSiteElseOfTheLanguageElseUtc() {
        String korean = page("ko");
        String english = page("en");

        assertThat(Reading.article(korean).publishedAt()).isEqualTo("2026-11-24T09:00:00+09:00");
        assertThat(Reading.article(english).publishedAt()).isEqualTo("2026-11-24T09:00:00Z");
        Article set = ArticleReader.builder()
                .zone(ZoneId.of("America/New_York"))
                .build()
                .read(korean.getBytes(StandardCharsets.UTF_8), null, Reading.URL)
                .article();
        assertThat(set.publishedAt()).isEqualTo("2026-11-24T09:00:00-05:00");
    }

    @Test
    void jsonLdComesBeforeArticleTagsBeforeMicrodataBeforeTime() {
        String time = "<article><time datetime=2026-01-04T00:00Z>then</time></article>";
        String microdata = "<meta itemprop=datePublished content=2026-01-03T00:00Z>" + time;
        String tags = "<meta property=article:published_time content=2026-01-02T00:00Z>" + microdata;
        String jsonLd = "<script type=application/ld+json>{\"@type\":\"NewsArticle\","
                + "\"datePublished\":\"2026-01-01T00:00Z\"}</script>" + tags;

        assertThat(Reading.head(jsonLd).publishedAt()).isEqualTo("2026-01-01T00:00Z");
        assertThat(Reading.head(tags).publishedAt()).isEqualTo("2026-01-02T00:00Z");
        assertThat(Reading.head(microdata).publishedAt()).isEqualTo("2026-01-03T00:00Z");
        assertThat(Reading.head(time).publishedAt()).isEqualTo("2026-01-04T00:00Z");
    }

    @Test
    void aTimeThatCannotBeReadDoesNotHideTheNextOne() {
        assertThat(Reading.head("<meta property=article:published_time content='gestern'>"
                                + "<meta itemprop=datePublished content=2026-01-03T00:00Z>")
                        .publishedAt())
                .isEqualTo("2026-01-03T00:00Z");
    }

    @Test
    void theTimesOfOtherStoriesAreNotTheArticles() {
        assertThat(Reading.article("<title>T</title><aside><time datetime=2026-01-01T00:00Z>x</time></aside>"
                                + "<ol><li><time datetime=2026-01-02T00:00Z>x</time></ol>")
                        .publishedAt())
                .isNull();
    }

    private static String page(String language) {
        return "<html lang=" + language + "><title>T</title>"
                + "<meta property=article:published_time content='2026-11-24 09:00:00'>";
    }

    private static Optional<Finding<OffsetDateTime>> read(String text) {
        return DateText.read(new Finding<>(text, "here"), SEOUL);
    }
}
