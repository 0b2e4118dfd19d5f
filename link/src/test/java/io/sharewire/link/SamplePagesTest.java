package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Article;
import io.sharewire.Author;
import io.sharewire.Image;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages in {@code examples/articles}, which the documentation and the commands use. */
class SamplePagesTest {

    private static final Path ARTICLES = Path.of("..", "examples", "articles");

    private static final Article BRIDGE = Article.builder(
                    "https://news.example.kr/society/%EB%85%B8%EB%93%A4%EB%82%98%EB%9E%98%EA%B5%90-%EA%B0%9C%ED%86%B5"
                            + "?idxno=20261124001",
                    "노들나래교 개통 첫날 3만 명 건너… 똠얌꿍 푸드트럭엔 긴 줄")
            .summary("한강에 새로 놓인 보행교 노들나래교가 24일 문을 열었다. 첫날에만 3만 명이 다리를 건넜고, 서울 나래구는 안전 요원을 두 배로 늘렸다.")
            .siteName("한빛일보")
            .language("ko-KR")
            .section("사회")
            .publishedAt(OffsetDateTime.parse("2026-11-24T18:30:00+09:00"))
            .modifiedAt(OffsetDateTime.parse("2026-11-24T20:05:00+09:00"))
            .tags("한강", "보행교", "노들나래교")
            .author(new Author("정다올", "daol.jung@news.example.kr", null))
            .image(new Image(
                    "https://img.news.example.kr/2026/11/24/narae-bridge-1200x630.jpg",
                    "노을 아래 시민들이 노들나래교를 걷고 있다",
                    "개통 첫날인 24일 저녁, 시민들이 노들나래교를 걸어서 건너고 있다.",
                    "한빛일보 서이든",
                    1200,
                    630,
                    "image/jpeg"))
            .build();

    @Test
    void readsTheKoreanPageCompletely() throws IOException {
        ReadArticle read = read("han-river-bridge.ko.html");

        assertThat(read.article()).isEqualTo(BRIDGE);
        assertThat(read.sources())
                .containsEntry("charset", "UTF-8 (meta)")
                .containsEntry("title", "og:title")
                .containsEntry("url", "canonical")
                .containsEntry("authors", "json-ld author + byline")
                .containsEntry("images", "og:image + figcaption");
    }

    @Test
    void itsTwinInWindows949GivesTheSameArticle() throws IOException {
        ReadArticle read = read("han-river-bridge.ko.windows-949.html");

        assertThat(read.article()).isEqualTo(BRIDGE);
        assertThat(read.sources()).containsEntry("charset", "x-windows-949 (meta)");
    }

    @Test
    void theTwinHasASyllableThatJavasEucKrDoesNotKnow() throws IOException {
        byte[] bytes = Files.readAllBytes(ARTICLES.resolve("han-river-bridge.ko.windows-949.html"));

        assertThat(new String(bytes, Charset.forName("EUC-KR"))).doesNotContain("똠얌꿍");
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("한강");
    }

    @Test
    void readsTheEnglishPageAsItsJsonTellsIt() throws IOException {
        Article article = Article.fromJson(Files.readString(ARTICLES.resolve("harbour-library.en.json")));

        assertThat(read("harbour-library.en.html").article()).isEqualTo(article);
    }

    @Test
    void theirTagsAreReadAgainWithoutLoss() throws IOException {
        for (Article article : List.of(BRIDGE, read("harbour-library.en.html").article())) {
            String page = "<html><head>" + PageTags.of(article).html() + "</head></html>";

            assertThat(Reading.page(page, null).article()).isEqualTo(article);
        }
    }

    private static ReadArticle read(String file) throws IOException {
        return ArticleReader.create().read(Files.readAllBytes(ARTICLES.resolve(file)), null, null);
    }
}
