package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTitleTest {

    private static final String OG = "<meta property=og:title content='From Open Graph'>";
    private static final String LD =
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"From JSON-LD\"}</script>";
    private static final String TWITTER = "<meta name=twitter:title content='From Twitter'>";
    private static final String TITLE = "<title>From the title</title>";
    private static final String H1 = "<h1>From the heading</h1>";

    @Test
    void hasAnOrderOfPlaces() {
        assertThat(of(H1 + TITLE + TWITTER + LD + OG)).isEqualTo("From Open Graph (og:title)");
        assertThat(of(H1 + TITLE + TWITTER + LD)).isEqualTo("From JSON-LD (json-ld headline)");
        assertThat(of(H1 + TITLE + TWITTER)).isEqualTo("From Twitter (twitter:title)");
        assertThat(of(H1 + TITLE)).isEqualTo("From the title (<title>)");
        assertThat(of(H1)).isEqualTo("From the heading (<h1>)");
    }

    @ParameterizedTest
    @CsvSource({
        "Bridge opens | The Courier,Bridge opens",
        "Bridge opens - The Courier,Bridge opens",
        "Bridge opens – The Courier,Bridge opens",
        "Bridge opens | City | The Courier,Bridge opens",
        "Bridge opens :: Courier,Bridge opens",
        "The Courier | Bridge opens,Bridge opens",
        "Bridge - the long way round,Bridge - the long way round",
        "Well-known bridge opens,Well-known bridge opens",
        "The Courier,The Courier"
    })
    void takesOffTheNameOfTheSiteThatIsKnown(String title, String headline) {
        assertThat(of("<meta property=og:site_name content='The Courier'><title>" + title + "</title>"))
                .isEqualTo(headline + " (<title>)");
    }

    @ParameterizedTest
    @CsvSource({
        "New bridge over the river opens | The Courier,New bridge over the river opens",
        "New bridge over the river opens - The Courier,New bridge over the river opens",
        "Seoul 3 - Busan 2,Seoul 3 - Busan 2",
        "노들나래교 개통 첫날 3만 명 건너 - 한빛일보,노들나래교 개통 첫날 3만 명 건너",
        "One - two - and the rest of it,One - two - and the rest of it"
    })
    void takesOffWhatLooksLikeTheNameOfASite(String title, String headline) {
        assertThat(of("<title>" + title + "</title>")).isEqualTo(headline + " (<title>)");
    }

    @Test
    void theHeadingProvesWhereTheTitleEnds() {
        assertThat(of("<title>Short - A rather long name of a paper</title><h1>Short</h1>"))
                .isEqualTo("Short (<title>)");
    }

    @Test
    void oneEscapeTooManyIsUndone() {
        assertThat(of("<meta property=og:title content='A &amp;amp; B &amp;#39;C&amp;#39;'>"))
                .startsWith("A & B 'C' (");
    }

    @Test
    void anAmpersandThatIsNoEntityShowsThatNothingWasEscapedTwice() {
        assertThat(of("<meta property=og:title content='R&amp;D means &amp;amp;amp;'>"))
                .startsWith("R&D means &amp;amp; (");
    }

    @Test
    void isOneCleanLine() {
        assertThat(of("<title>\n  A\u202Ebridge\u0007\n   opens\t</title>")).startsWith("Abridge opens (");
    }

    @Test
    void isCutAt300CharactersAndNotWithinOne() {
        String title = Reading.article("<title>" + "다리 👨‍👩‍👧 ".repeat(100) + "</title>")
                .title();

        assertThat(title.codePointCount(0, title.length())).isLessThanOrEqualTo(300);
        assertThat(title).endsWith("…");
    }

    private static String of(String html) {
        ReadArticle read = Reading.page(html);
        return read.article().title() + " (" + read.sources().get("title") + ")";
    }
}
