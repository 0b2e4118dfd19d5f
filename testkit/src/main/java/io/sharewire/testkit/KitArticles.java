package io.sharewire.testkit;

import io.sharewire.Article;
import io.sharewire.Author;
import io.sharewire.Image;
import java.time.OffsetDateTime;

/** The articles the kit shares: our own fiction, each awkward in its own way. */
final class KitArticles {

    private KitArticles() {}

    /** Korean, with a prefix in brackets, emoji of several code points, a Hangul address and everything an article can have. */
    static Article korean() {
        return Article.builder("https://news.example.kr/기사/20261124-7?idxno=7", "[속보] 한강 다리 두 곳 통제 🌉, 우회로 안내")
                .summary("밤사이 내린 눈으로 한강 다리 두 곳의 통행이 제한됐다. 시는 우회로를 안내하고 있다. 👨‍👩‍👧‍👦 가족 나들이는 미뤄 달라고 했다.")
                .author(new Author("김하늘", "haneul@news.example.kr", null))
                .publishedAt(OffsetDateTime.parse("2026-11-24T09:00:00+09:00"))
                .section("사회")
                .tags("한강", "교통")
                .language("ko")
                .siteName("한빛일보")
                .image(Image.of("https://img.example.kr/7.jpg")
                        .withAlt("눈 덮인 다리")
                        .withSize(1200, 630))
                .build();
    }

    /** Nothing but an address and a headline. */
    static Article bare() {
        return Article.builder("https://courier.example.com/harbour-library", "Harbour library opens at night")
                .build();
    }

    /** A headline and a lead far longer than any post. */
    static Article endless() {
        return Article.builder("https://courier.example.com/council", "The council talks on " + "and on ".repeat(60))
                .summary("First the mayor spoke. Then the harbour master spoke. ".repeat(120))
                .language("en")
                .build();
    }

    /** An article whose every word tries to be something else: markup, a header line, a parameter, another address. */
    static Article hostile() {
        return Article.builder(
                        "https://courier.example.com/hostile?a=1&b=%22%3E%3Cscript%3E",
                        "</script><script>alert('1')</script>\r\nBcc: all@evil.example\u0000\u202E \",\"link\":\"https://evil.example"
                                + "&link=https://evil.example" + " and so on".repeat(1_000))
                .summary(
                        "\"}],\"web_url\":\"https://evil.example\"\r\n\r\n--boundary\r\nContent-Type: text/html\r\n\r\n<b onclick=x>"
                                + "\u2066&message=bought&published=false @[1] $EVIL $TWO \u2029{{7*7}} ${jndi:x} %0d%0aX: y \uFEFF")
                .author("Eve\r\nTo: all@evil.example\" onload=\"x")
                .section("<!--")
                .tags("a&b=c", "\"]}", "#<i>")
                .siteName("'><img src=x onerror=alert(1)>")
                .build();
    }

    /** The article that {@link #hostile} would be in plain words. */
    static Article plain() {
        return Article.builder("https://courier.example.com/plain?a=1&b=2", "Harbour library opens at night")
                .summary("The reading room stays open until two.")
                .author("Ada Moss")
                .section("City")
                .tags("books", "night", "harbour")
                .siteName("Harbour Courier")
                .build();
    }

    /** One of many articles that differ in headline, lead and address. */
    static Article numbered(int number) {
        return Article.builder("https://courier.example.com/seeded/" + number, "Report no. " + marker(number))
                .summary("한강 소식 " + marker(number) + " from the harbour desk.")
                .image(Image.of("https://images.courier.example/seeded.jpg"))
                .build();
    }

    /** What can be found of it on the platform, and in no other article. */
    static String marker(int number) {
        return "N" + number + "E";
    }
}
