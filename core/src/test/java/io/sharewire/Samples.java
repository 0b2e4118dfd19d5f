package io.sharewire;

import java.time.OffsetDateTime;

/** Articles of our own fiction. */
public final class Samples {

    private Samples() {}

    public static Article korean() {
        return Article.builder("https://news.example.kr/a/20261124-7", "[속보] 한강 다리 통제, 우회로 안내")
                .summary("밤사이 내린 눈으로 한강 다리 두 곳의 통행이 제한됐다. 시는 우회로를 안내하고 있다.")
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

    public static Article english() {
        return Article.builder(
                        "https://courier.example/harbour-library", "Harbour library opens its reading room at night")
                .summary("From Monday the reading room stays open until two in the morning.")
                .author("Mara Quill")
                .language("en")
                .siteName("The Harbour Courier")
                .build();
    }
}
