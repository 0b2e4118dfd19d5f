package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Author;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {

    private static final String META = "<title>T</title><meta name=author content='Ann Ode'>";
    private static final Author ANN = new Author("Ann Ode", "ann@news.example", null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>By Ann Ode (<a href=mailto:ann@news.example>write</a>)</p>",
                "<p>By ANN ODE <a href=mailto:ann@news.example>write</a></p>",
                "<div class=author-box><b>Ann Ode</b> <span><a href='MAILTO:ann%40news.example?subject=Hi'>@</a></span></div>",
                "<p class=byline>Our reporter <a href=mailto:ann@news.example>write to her</a></p>",
                "<p class=byline>Ann Ode, ann@news.example</p>",
                "<address><a rel=author href=mailto:ann@news.example>Ann</a></address>"
            })
    void findsTheAddressThatStandsByTheName(String body) {
        assertThat(authors(META + body)).containsExactly(ANN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p><a href='mailto:?subject=Read%20this'>Share</a> Ann Ode</p>",
                "<p>By Ann Ode <a href='mailto:a@news.example,b@news.example'>both</a></p>",
                "<p>By Ann Ode <a href=mailto:%zz>broken</a></p>",
                "<body><footer>Ann Ode <a href=mailto:desk@news.example>desk</a></footer></body>",
                "<aside>Ann Ode <a href=mailto:ann@news.example>write</a></aside>",
                "<p><a href=mailto:desk@news.example>Write to the desk</a></p>",
                "<p class=byline>ann@news.example</p><p class=byline>bo@news.example</p>"
            })
    void takesNoOtherAddress(String body) {
        assertThat(authors(META + body)).containsExactly(Author.of("Ann Ode"));
    }

    @Test
    void eachAuthorHasTheirOwn() {
        assertThat(authors("<title>T</title><meta name=author content='By Ann Ode and Bo Ka'>"
                        + "<p>Ann Ode <a href=mailto:ann@news.example>@</a></p>"
                        + "<p>Bo Ka <a href=mailto:bo@news.example>@</a></p>"))
                .containsExactly(ANN, new Author("Bo Ka", "bo@news.example", null));
    }

    @Test
    void inOneLineTheAddressBelongsToTheNameBeforeIt() {
        assertThat(authors("<title>T</title><meta name=author content='By Ann Ode and Bo Ka'>"
                        + "<p>By Ann Ode (<a href=mailto:ann@news.example>@</a>)"
                        + " and Bo Ka (<a href=mailto:bo@news.example>@</a>)</p>"))
                .containsExactly(ANN, new Author("Bo Ka", "bo@news.example", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class=byline>By Ann Ode</p>",
                "<p class=byline>By Ann Ode <a href=mailto:ann@news.example>ann@news.example</a></p>",
                "<a rel=author href=/staff/ann>Ann Ode</a>",
                "<span itemprop=author>Ann Ode</span>",
                "<p class=article-author>by: Ann Ode</p>"
            })
    void withoutMetadataTheBylineNamesTheAuthor(String body) {
        assertThat(authors("<title>T</title>" + body)).extracting(Author::name).containsExactly("Ann Ode");
    }

    @Test
    void aKoreanBylineNeedsNoBy() {
        assertThat(authors("<title>T</title><p class=reporter>정다올 기자 daol@news.example</p>"))
                .containsExactly(new Author("정다올 기자", "daol@news.example", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h3 class=author>About the author</h3>",
                "<div class=byline>24 November 2026</div>",
                "<p>By the river</p>"
            })
    void whatDoesNotReadAsABylineIsNone(String body) {
        assertThat(authors("<title>T</title>" + body)).isEmpty();
    }

    private static List<Author> authors(String html) {
        return Reading.article(html).authors();
    }
}
