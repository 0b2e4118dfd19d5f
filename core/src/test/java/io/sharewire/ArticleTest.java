package io.sharewire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleTest {

    @Test
    void survivesTheTripThroughJson() {
        assertThat(Article.fromJson(Samples.korean().toJson())).isEqualTo(Samples.korean());
    }

    @Test
    void leavesOutOfJsonWhatIsNotKnown() {
        assertThat(Article.builder("https://news.example/1", "T").build().toJson())
                .isEqualTo(
                        "{\"url\":\"https://news.example/1\",\"title\":\"T\",\"tags\":[],\"authors\":[],\"images\":[]}");
    }

    @Test
    void readsJsonWithMembersItDoesNotKnow() {
        Article article = Article.fromJson("{\"url\":\"https://news.example/1\",\"title\":\"T\",\"mood\":\"grey\"}");

        assertThat(article.title()).isEqualTo("T");
        assertThat(article.authors()).isEmpty();
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> Article.builder("ftp://news.example/1", " \t ")
                        .language("??")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Article: title is required; url must be an absolute http or https address, not "
                        + "'ftp://news.example/1'; language '??' is not a language tag such as 'ko' or 'en-GB'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "/a/1",
                "",
                "https://user:secret@news.example/1",
                "https://",
                "https://news.example/\u0000",
                "data:text/html,x"
            })
    void refusesAddressesThatAreNoArticlePages(String url) {
        assertThatThrownBy(() -> Article.builder(url, "T").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("url ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void cleansWhatAHostileArticleBrings() {
        Article article = Article.builder("https://news.example/1", "Head\r\nBcc: evil@example\u0000 \u202Egnp.exe")
                .summary("one\r\ntwo\u0007\n\n\n\nthree")
                .author("A\r\nB")
                .tags("#news", "news", " ", "\uFEFFx\u200B\u2060")
                .build();

        assertThat(article.title()).isEqualTo("Head Bcc: evil@example gnp.exe");
        assertThat(article.summary()).isEqualTo("one\ntwo\n\nthree");
        assertThat(article.authors()).containsExactly(Author.of("A B"));
        assertThat(article.tags()).containsExactly("news", "x");
    }

    @Test
    void composesDecomposedHangul() {
        // 각 as three conjoining jamo, which macOS writes into file names and titles.
        assertThat(Article.builder("https://news.example/1", "\u1100\u1161\u11A8")
                        .build()
                        .title())
                .isEqualTo("각");
    }

    @Test
    void understandsLanguageTagsWithUnderscore() {
        Article article =
                Article.builder("https://news.example/1", "T").language("ko_KR").build();

        assertThat(article.language()).hasToString("ko_KR");
        assertThat(article.toJson()).contains("\"language\":\"ko-KR\"");
    }

    @Test
    void namesTheTimeThatHasNoZone() {
        assertThatThrownBy(() -> Article.fromJson(
                        "{\"url\":\"https://news.example/1\",\"title\":\"T\",\"publishedAt\":\"2026-11-24\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Article: publishedAt '2026-11-24' is not a time with a zone");
    }

    @Test
    void namesThePlaceWhereJsonBreaks() {
        assertThatThrownBy(() -> Article.fromJson("{\"url\": }"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not valid JSON at line 1, column ");
    }

    @Test
    void refusesAnAuthorsAddressThatIsTwo() {
        assertThatThrownBy(() -> new Author("A", "a@x.example,b@x.example", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Author: email 'a@x.example,b@x.example' is not one mail address");
    }
}
