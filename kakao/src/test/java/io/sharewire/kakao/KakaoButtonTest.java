package io.sharewire.kakao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Article;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KakaoButtonTest {

    private static final Article ARTICLE = Articles.korean().build();
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String PAGE = "https://news.example.kr/share/kakao?url={url}";

    private final KakaoButton sharer = new KakaoButton().withSharer(KEY, "https://news.example.kr");

    @Test
    void leadsToTheArticleIfNothingIsSet() {
        assertThat(new KakaoButton().href(ARTICLE)).isEqualTo("https://news.example.kr/a/1");
    }

    @Test
    void leadsToTheSitesOwnSharePage() {
        Article article =
                Article.builder("https://news.example.kr/a?id=1&x=한", "첫눈").build();

        assertThat(new KakaoButton().withSharePage(PAGE).href(article))
                .isEqualTo("https://news.example.kr/share/kakao?url="
                        + "https%3A%2F%2Fnews.example.kr%2Fa%3Fid%3D1%26x%3D%25ED%2595%259C");
    }

    @Test
    void leadsToKakaosSharePageWithTheFourFieldsOfItsOwnLibraries() {
        String href = sharer.href(ARTICLE);

        assertThat(href).startsWith("https://sharer.kakao.com/talk/friends/picker/easylink?");
        assertThat(fields(href))
                .containsExactly(
                        Map.entry("app_key", KEY),
                        Map.entry("validation_action", "scrap"),
                        Map.entry(
                                "validation_params",
                                "{\"link_ver\":\"4.0\",\"request_url\":\"https://news.example.kr/a/1\"}"),
                        Map.entry(
                                "ka",
                                "sdk/2.8.3 os/javascript sdk_type/javascript lang/ko-KR device/server "
                                        + "origin/https%3A%2F%2Fnews.example.kr"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example.kr/a?id=1&app_key=evil&lcba=%7B%7D",
                "https://news.example.kr/a?q=%22%7D%26ka%3Dx#ka=y",
                "https://news.example.kr/%EC%B2%AB%EB%88%88+100%25"
            })
    void keepsAnAddressInsideItsField(String url) {
        Article article = Article.builder(url, "첫눈").build();

        Map<String, String> fields = fields(sharer.href(article));

        assertThat(fields).containsOnlyKeys("app_key", "validation_action", "validation_params", "ka");
        assertThat(fields)
                .containsEntry("app_key", KEY)
                .containsEntry(
                        "validation_params",
                        "{\"link_ver\":\"4.0\",\"request_url\":\"" + url.replaceFirst("#.*", "") + "\"}");
    }

    @Test
    void sharesNothingOfTheArticlesText() {
        Article hostile = Articles.korean("첫눈&app_key=evil\"}#<script>")
                .summary("&ka=evil")
                .build();

        assertThat(sharer.href(hostile)).isEqualTo(sharer.href(ARTICLE));
    }

    @Test
    void fallsBackWhereTheAddressWouldBeTooLong() {
        Article article = Article.builder("https://news.example.kr/" + "첫".repeat(200), "첫눈")
                .build();

        assertThat(sharer.href(article)).isEqualTo("https://news.example.kr/" + "%EC%B2%AB".repeat(200));
        assertThat(sharer.withSharePage(PAGE).href(article)).startsWith("https://news.example.kr/share/kakao?url=");
        assertThat(sharer.withSharePage(PAGE).href(ARTICLE)).startsWith("https://sharer.kakao.com/");
    }

    @Test
    void takesAnAddressOfExactlyTwoThousandCharacters() {
        Article base = Article.builder("https://news.example.kr/", "첫눈").build();
        int room = 2_000 - sharer.href(base).length();

        Article longest = Article.builder("https://news.example.kr/" + "x".repeat(room), "첫눈")
                .build();
        Article longer = Article.builder("https://news.example.kr/" + "x".repeat(room + 1), "첫눈")
                .build();

        assertThat(sharer.href(longest)).hasSize(2_000);
        assertThat(sharer.href(longer)).isEqualTo(longer.url());
    }

    @Test
    void asksForTheWebhookWithArgumentsOfTheSite() {
        Map<String, String> fields =
                fields(sharer.withCallback(Map.of("section", "날씨", "a", "1&2")).href(ARTICLE));

        assertThat(fields)
                .containsEntry("lcba", "{\"a\":\"1&2\",\"section\":\"날씨\"}")
                .hasSize(5);
        assertThatThrownBy(() -> sharer.withCallback(Map.of("CHAT_TYPE", "x")))
                .hasMessage("KakaoButton: callback arguments must not be named CHAT_TYPE, HASH_CHAT_ID or TEMPLATE_ID, "
                        + "which are Kakao's");
    }

    @Test
    void sharesWithATemplateOfTheConsole() {
        assertThat(fields(sharer.withTemplate(7, Map.of("b", "2", "a", "1")).href(ARTICLE))
                        .get("validation_params"))
                .isEqualTo("{\"link_ver\":\"4.0\",\"request_url\":\"https://news.example.kr/a/1\","
                        + "\"template_id\":7,\"template_args\":{\"a\":\"1\",\"b\":\"2\"}}");
    }

    @Test
    void leadsToAnotherSharePageInAnotherVersion() {
        String href = sharer.withSharerUrl("http://127.0.0.1:8080", "2.9.0").href(ARTICLE);

        assertThat(href).startsWith("http://127.0.0.1:8080/talk/friends/picker/easylink?app_key=");
        assertThat(fields(href).get("ka")).startsWith("sdk/2.9.0 os/javascript ");
    }

    @Test
    void takesArgumentsOnlyForKakaosSharePage() {
        assertThatThrownBy(() -> new KakaoButton().withCallback(Map.of("a", "b")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("KakaoButton: withSharer comes first");
    }

    @Test
    void isNamedInTheReadersLanguage() {
        assertThat(sharer.label(Locale.KOREA)).isEqualTo("카카오 공유 버튼");
        assertThat(sharer.label(Locale.ENGLISH)).isEqualTo("Kakao share button");
        assertThat(sharer.label(Locale.JAPANESE)).isEqualTo("Kakao share button");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "news.example.kr",
                "https://news.example.kr/",
                "https://news.example.kr/a",
                "https://news.example.kr?x",
                "https://user@news.example.kr",
                "HTTPS://news.example.kr",
                "javascript:alert(1)",
                ""
            })
    void takesAnOriginAndNothingMore(String origin) {
        assertThatThrownBy(() -> new KakaoButton().withSharer(KEY, origin))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("KakaoButton: origin must be scheme, host and port alone");
    }

    @Test
    void takesTheOriginOfADevelopersMachine() {
        assertThat(fields(new KakaoButton()
                                .withSharer(KEY, "http://localhost:3000")
                                .href(ARTICLE))
                        .get("ka"))
                .endsWith(" origin/http%3A%2F%2Flocalhost%3A3000");
    }

    @Test
    void needsAKey() {
        assertThatThrownBy(() -> new KakaoButton().withSharer(" ", "https://news.example.kr"))
                .hasMessage("KakaoButton: javascriptKey is required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example.kr/share/kakao",
                "https://{url}/share",
                "{url}",
                "javascript:share('{url}')",
                "https://news.example.kr/{url}?url={url}",
                "/share/kakao?url={url}"
            })
    void takesASharePageWithOnePlaceForTheAddress(String template) {
        assertThatThrownBy(() -> new KakaoButton().withSharePage(template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "KakaoButton: sharePage must be an http or https address with one {url} behind the host, not '"
                                + template + "'");
    }

    private static Map<String, String> fields(String href) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : URI.create(href).getRawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            assertThat(fields.put(pair.substring(0, equals), value)).isNull();
        }
        return fields;
    }
}
