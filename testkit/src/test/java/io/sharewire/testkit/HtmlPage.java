package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page of the sandbox as a browser reads it. */
final class HtmlPage {

    private HtmlPage() {}

    /** The page, after a check of what must hold for each of them. */
    static Document parsed(Http.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/html; charset=UTF-8");
        Document page = Jsoup.parse(reply.body());
        assertThat(page.select("meta[name=viewport]").attr("content")).isEqualTo("width=device-width, initial-scale=1");
        assertThat(page.select("meta[name=color-scheme]").attr("content")).isEqualTo("light dark");
        assertThat(page.select("h1")).hasSize(1);
        assertHarmless(page);
        assertThat(reply.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'sha256-"
                        + sha256(page.selectXpath("//style").get(0).data())
                        + "'; img-src 'self' http://127.0.0.1:* http://localhost:*; form-action 'self';"
                        + " base-uri 'none'; frame-ancestors 'none'");
        return page;
    }

    /** No script, no style but the one that the policy names, and nothing that a browser would fetch from elsewhere. */
    private static void assertHarmless(Document page) {
        assertThat(page.select("script, link, iframe, object, embed, base, meta[http-equiv]"))
                .isEmpty();
        assertThat(page.select("style")).hasSize(1);
        assertThat(page.select("style").first().data()).doesNotContain("url(", "@import");
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWith("on").isNotIn("style", "srcset", "formaction");
            }
        }
        assertThat(page.select("[src]").eachAttr("src")).allMatch(src -> src.startsWith("/__picture?of="));
        assertThat(page.select("[href]").eachAttr("href")).allMatch(href -> href.matches("(?s)https?://.+|/.*"));
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
