package io.sharewire.kakao;

import io.sharewire.Article;
import io.sharewire.Image;

/** Articles of a paper that does not exist. */
final class Articles {

    private Articles() {}

    static Article.Builder korean() {
        return korean("[속보] 한강 다리에 첫눈 ☃️");
    }

    static Article.Builder korean(String title) {
        return Article.builder("https://news.example.kr/a/1", title)
                .summary("올겨울 첫눈이 내렸다. 출근길 시민들은 걸음을 멈췄다.")
                .language("ko")
                .image(Image.of("https://img.example.kr/snow.jpg").withSize(800, 400));
    }

    static Article.Builder english() {
        return Article.builder("https://news.example.kr/en/1", "First snow on the bridge")
                .summary("Commuters stopped to look.")
                .language("en")
                .image(Image.of("https://img.example.kr/snow.jpg"));
    }
}
