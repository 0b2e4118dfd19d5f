package io.sharewire.link;

import io.sharewire.Article;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads pages written down in a test, as if they had come from {@link #URL}. */
final class Reading {

    static final String URL = "https://news.example/city/1";

    private Reading() {}

    static ReadArticle page(String html) {
        return page(html, URL);
    }

    static ReadArticle page(String html, @Nullable String baseUrl) {
        return ArticleReader.create().read(html.getBytes(StandardCharsets.UTF_8), "utf-8", baseUrl);
    }

    static Article article(String html) {
        return page(html).article();
    }

    /** A page with this head and a title of its own. */
    static Article head(String head) {
        return article("<html><head><title>T</title>" + head + "</head><body></body></html>");
    }

    /** A page with this JSON-LD. */
    static Article jsonLd(String json) {
        return head("<script type=\"application/ld+json\">" + json + "</script>");
    }
}
