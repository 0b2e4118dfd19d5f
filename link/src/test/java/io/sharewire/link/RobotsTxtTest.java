package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples of RFC 9309, sections 2.2 and 5. */
class RobotsTxtTest {

    private static final String SIMPLE = """
            User-Agent: *
            Disallow: *.gif$
            Disallow: /example/
            Allow: /publications/

            User-Agent: foobot
            Disallow:/
            Allow:/example/page.html
            Allow:/example/allowed.gif

            User-Agent: barbot
            User-Agent: bazbot
            Disallow: /example/page.html

            User-Agent: quxbot
            """;

    @ParameterizedTest
    @CsvSource({
        "anybot,/publications/a.html,true",
        "anybot,/example/a.html,false",
        "anybot,/a.gif,false",
        "anybot,/a.gif?x,true",
        "anybot,/,true",
        "foobot,/,false",
        "foobot,/example/page.html,true",
        "FooBot,/example/allowed.gif,true",
        "foobot,/example/other.gif,false",
        "barbot,/example/page.html,false",
        "bazbot,/example/page.html,false",
        "bazbot,/example/other.html,true",
        "quxbot,/example/page.html,true",
        "quxbot,/a.gif,true"
    })
    void simpleExample(String name, String path, boolean allowed) {
        assertThat(allows(SIMPLE, name, path)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"/example/page/disallowed.gif,false", "/example/page/a.gif,true", "/example/a.gif,false", "/a,true"})
    void longestMatch(String path, boolean allowed) {
        String robots = "User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n"
                + "Disallow: /example/";

        assertThat(allows(robots, "foobot", path)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "/foo/bar?baz=quz,/foo/bar?baz=quz",
        "/foo/bar/ツ,/foo/bar/%E3%83%84",
        "/foo/bar/%e3%83%84,/foo/bar/%E3%83%84",
        "/fish*.php,/fish/salmon.php?id=1",
        "/*?session=*&x,/a?session=1&x",
        "/a*b$,/a/b/ab"
    })
    void matchesPathsHoweverTheyAreEscaped(String pattern, String path) {
        assertThat(allows("User-agent: *\nDisallow: " + pattern, "foobot", path))
                .isFalse();
    }

    @Test
    void equallyLongRulesAllow() {
        assertThat(allows("User-agent: *\nDisallow: /a\nAllow: /a", "foobot", "/a"))
                .isTrue();
    }

    @Test
    void groupsOfOneNameAreOneAndCommentsAndOtherLinesDoNotMatter() {
        String robots = "\uFEFFSitemap: https://n.example/s.xml\r\nuser-agent: FooBot/1.0 # ours\rCrawl-delay: 1\n"
                + "disallow: /a\nUser-agent: *\nDisallow: /\nUser-agent: foobot\nDisallow: /b";

        assertThat(allows(robots, "foobot", "/a")).isFalse();
        assertThat(allows(robots, "foobot", "/b")).isFalse();
        assertThat(allows(robots, "foobot", "/c")).isTrue();
    }

    @Test
    void manyStarsAreNoWayToKeepItBusy() {
        assertThat(allows(
                        "User-agent: *\nDisallow: /" + "*a".repeat(2000) + "$", "foobot", "/" + "a".repeat(3000) + "b"))
                .isTrue();
    }

    @Test
    void nothingForbidsNothing() {
        assertThat(allows("", "foobot", "/a")).isTrue();
        assertThat(allows("<html>not found</html>", "foobot", "/a")).isTrue();
    }

    private static boolean allows(String robots, String name, String path) {
        return RobotsTxt.of(robots.getBytes(StandardCharsets.UTF_8))
                .allows(name, HttpUrl.get("https://n.example" + path));
    }
}
