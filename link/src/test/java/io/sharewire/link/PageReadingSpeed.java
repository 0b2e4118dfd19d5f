package io.sharewire.link;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;

/** Measures, when it is run by hand, how much faster a page of 1 MB is read by its outline than as a whole. */
final class PageReadingSpeed {

    private static final HttpUrl ADDRESS = HttpUrl.get(Reading.URL);
    private static final int ROUNDS = 200;

    private static final String HEAD =
            "<!doctype html><html lang=ko><head><meta charset=utf-8><title>다리 개통 | 한빛일보</title>"
                    + "<meta property=og:title content='다리 개통'><meta property=og:description content='열렸다.'>"
                    + "<meta property=og:image content=https://img.example/a.jpg><link rel=canonical href=/a/1>"
                    + "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"정다올\"},"
                    + "\"datePublished\":\"2026-11-24T09:00:00+09:00\"}</script>";

    private static final String TOP = "</head><body><main><article><h1>다리 개통</h1><figure><img src=/a.jpg alt=다리>"
            + "<figcaption>다리. 사진=서이든</figcaption></figure><p class=byline>정다올 기자"
            + " <a href=mailto:daol@news.example>메일</a></p>";

    private static final String PARAGRAPH = "<p class=text>한강에 <a href=/tag/river>새로 놓인</a> 보행교가 <b>24일</b> 문을 열었다. "
            + "구청은 첫날 3만 1,200여 명이 다리를 건넌 것으로 집계했다.</p>\n";

    private static final String COMMENT =
            "<li class=comment><div class=head><img src=/u.png><span class=name>user</span>"
                    + "<span class=when>3h</span></div><div class=text>I walked over it <em>twice</em>.</div></li>\n";

    private PageReadingSpeed() {}

    public static void main(String[] arguments) {
        String script =
                "<script>window.state={\"items\":[" + "{\"id\":1,\"title\":\"다른 기사\"},".repeat(12_000) + "]}</script>";
        String style = "<style>" + ".card > a { color: #123456; margin: 0 auto }\n".repeat(2_500) + "</style>";
        String icons = "<a href=/x><svg viewBox='0 0 24 24'><path d='M12 2C6 2 2 6 2 12s4 10 10 10'/></svg></a>";
        measure(
                "as pages are: scripts, styles, icons, text, comments",
                HEAD + style + script + TOP + PARAGRAPH.repeat(1_500) + "</article>" + icons.repeat(1_000) + "<ul>"
                        + COMMENT.repeat(1_500) + "</ul></main>");
        measure("text only", HEAD + TOP + PARAGRAPH.repeat(7_000) + "</article></main>");
        measure("comments only", HEAD + TOP + "</article><ul>" + COMMENT.repeat(5_300) + "</ul></main>");
    }

    private static void measure(String what, String html) {
        ArticleReader reader = ArticleReader.create();
        Function<String, ReadArticle> whole = page -> reader.read(Page.of(Jsoup.parse(page), ADDRESS, List.of()), "");
        Function<String, ReadArticle> outline = page -> reader.read(Page.of(page, ADDRESS, List.of()), "");
        if (!whole.apply(html).equals(outline.apply(html))) {
            throw new IllegalStateException("not the same fields: " + what);
        }
        time(whole, html);
        time(outline, html);
        double slow = time(whole, html);
        double fast = time(outline, html);
        System.out.printf(
                Locale.ROOT,
                "%-55s %,9d chars: whole %.2f ms, outline %.2f ms, ratio %.1f%n",
                what,
                html.length(),
                slow,
                fast,
                slow / fast);
    }

    /** The median of the rounds, in milliseconds. */
    private static double time(Function<String, ReadArticle> read, String html) {
        double[] rounds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            ReadArticle article = read.apply(html);
            rounds[i] = (System.nanoTime() - start) / 1e6;
            if (article.sources().isEmpty()) {
                throw new IllegalStateException("nothing was read");
            }
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }
}
