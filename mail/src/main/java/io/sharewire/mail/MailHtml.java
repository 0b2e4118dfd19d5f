package io.sharewire.mail;

import io.sharewire.Article;
import io.sharewire.Author;
import io.sharewire.Image;
import io.sharewire.text.TextFit;
import io.sharewire.text.TextMeasure;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the HTML of an article mail: tables and inline styles, since mail programs know little else; nothing that runs,
 * no form, no file but the lead picture.
 *
 * <p>Every text is escaped, every address is http(s) or left out. Pure and thread-safe.
 */
final class MailHtml {

    private static final int WIDTH = 600;
    private static final int PREHEADER = 100;

    private static final String FONT =
            "font-family:-apple-system,'Segoe UI',Roboto,'Apple SD Gothic Neo'," + "'Malgun Gothic',Arial,sans-serif;";

    private final StringBuilder out = new StringBuilder(4096);
    private final Article article;
    private final MailWords words;

    private MailHtml(Article article) {
        this.article = article;
        this.words = MailWords.of(article);
    }

    /**
     * A complete page.
     *
     * @param intro the editor's text above the headline; null if there is none
     * @param summary as far as it is shown; null if there is none
     * @param link where the button leads
     */
    static String of(Article article, @Nullable String intro, @Nullable String summary, String link) {
        return new MailHtml(article).page(intro, summary, link);
    }

    private String page(@Nullable String intro, @Nullable String summary, String link) {
        head(preheader(intro, summary));
        if (intro != null) {
            paragraphs(intro, "font-size:16px;line-height:1.6;");
        }
        row(
                "<h1 style=\"margin:0;font-size:26px;line-height:1.3;\"><a href=\"" + web(link)
                        + "\" style=\"color:#111111;text-decoration:none;\">" + escape(article.title()) + "</a></h1>",
                "16px 24px 8px");
        if (!article.authors().isEmpty()) {
            List<String> names =
                    article.authors().stream().map(MailHtml::author).toList();
            row("<p style=\"margin:0;font-size:14px;color:#595959;\">" + words.byline(names) + "</p>", "0 24px 8px");
        }
        article.images().stream().findFirst().ifPresent(this::picture);
        if (summary != null) {
            paragraphs(summary, "font-size:16px;line-height:1.6;");
        }
        row(button(link), "16px 24px 24px");
        foot();
        return out.toString();
    }

    private void head(String preheader) {
        out.append("<!DOCTYPE html>\n<html lang=\"").append(escape(words.language(article)));
        out.append("\" dir=\"auto\">\n<head>\n<meta charset=\"UTF-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        out.append("<meta name=\"supported-color-schemes\" content=\"light dark\">\n");
        out.append("<title>").append(escape(article.title())).append("</title>\n</head>\n");
        out.append("<body style=\"margin:0;padding:0;background-color:#f2f2f2;\">\n");
        out.append("<div style=\"display:none;max-height:0;overflow:hidden;\">").append(escape(preheader));
        out.append("</div>\n");
        table("width=\"100%\" style=\"background-color:#f2f2f2;\"");
        out.append("<tr><td align=\"center\" style=\"padding:16px 8px;\">\n");
        table("width=\"" + WIDTH + "\" style=\"width:100%;max-width:" + WIDTH
                + "px;background-color:#ffffff;color:#111111;" + FONT + "\"");
    }

    private void foot() {
        if (article.siteName() != null) {
            row(
                    "<p style=\"margin:0;font-size:13px;color:#595959;\">" + escape(article.siteName()) + "</p>",
                    "16px 24px;border-top:1px solid #e0e0e0");
        }
        out.append("</table>\n</td></tr>\n</table>\n</body>\n</html>\n");
    }

    private void picture(Image image) {
        String src = web(image.url());
        if (src.isEmpty()) {
            return;
        }
        int width = Math.min(WIDTH, image.width() == null ? WIDTH : image.width());
        String height = image.width() == null || image.height() == null
                ? ""
                : " height=\"" + Math.max(1, Math.round((double) width * image.height() / image.width())) + "\"";
        row(
                "<img src=\"" + src + "\" alt=\"" + escape(image.alt() == null ? "" : image.alt()) + "\" width=\""
                        + width + "\"" + height
                        + " style=\"display:block;border:0;width:100%;max-width:" + width + "px;height:auto;\">",
                "8px 0 0");
        String caption = image.caption() == null ? "" : escape(image.caption());
        String credit = image.credit() == null ? "" : escape(words.credit(image.credit()));
        String line = caption.isEmpty() || credit.isEmpty() ? caption + credit : caption + " " + credit;
        if (!line.isEmpty()) {
            row("<p style=\"margin:0;font-size:13px;color:#595959;\">" + line + "</p>", "4px 24px 8px");
        }
    }

    private String button(String link) {
        return "<a href=\"" + web(link) + "\" style=\"display:inline-block;padding:12px 24px;border-radius:4px;"
                + "background-color:#0b57d0;color:#ffffff;font-size:16px;font-weight:bold;text-decoration:none;\">"
                + escape(words.read()) + "</a>";
    }

    private void paragraphs(String text, String style) {
        for (String paragraph : text.split("\n\n", -1)) {
            String lines = escape(paragraph).replace("\n", "<br>\n");
            row("<p style=\"margin:0;" + style + "\">" + lines + "</p>", "8px 24px");
        }
    }

    private void table(String attributes) {
        out.append("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" ");
        out.append(attributes).append(">\n");
    }

    private void row(String content, String padding) {
        out.append("<tr><td style=\"padding:")
                .append(padding)
                .append(";\">")
                .append(content)
                .append("</td></tr>\n");
    }

    private static String preheader(@Nullable String intro, @Nullable String summary) {
        String shown = intro != null ? intro : summary != null ? summary : "";
        return TextFit.fit(shown.replace('\n', ' '), PREHEADER, TextMeasure.GRAPHEMES);
    }

    private static String author(Author author) {
        String url = author.url() == null ? "" : web(author.url());
        String name = escape(author.name());
        return url.isEmpty() ? name : "<a href=\"" + url + "\" style=\"color:#595959;\">" + name + "</a>";
    }

    /** An address for an attribute; empty unless it is http(s). */
    private static String web(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") ? escape(url) : "";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
