package io.sharewire.mail;

import io.sharewire.Article;
import io.sharewire.Author;
import io.sharewire.text.TextFit;
import io.sharewire.text.TextMeasure;
import io.sharewire.url.CanonicalUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the HTML of an article mail: tables and inline styles, since mail programs know little else; nothing that runs,
 * no form, no file but the lead picture.
 *
 * <p>Every text is escaped, every address is one that the article's own checks let through as http(s). Pure and
 * thread-safe.
 */
final class MailHtml {

    private static final int WIDTH = 600;
    private static final int PREHEADER = 100;

    private final StringBuilder out = new StringBuilder(8192);
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
     * @param picture below the headline; null if there is none
     */
    static String of(
            Article article,
            @Nullable String intro,
            @Nullable String summary,
            String link,
            @Nullable LeadPicture picture) {
        return new MailHtml(article).page(intro, summary, link, picture);
    }

    private String page(@Nullable String intro, @Nullable String summary, String link, @Nullable LeadPicture picture) {
        head(intro != null ? intro : summary);
        row("8px 0 0", "");
        if (intro != null) {
            paragraphs(intro);
        }
        row(
                "16px 24px 8px",
                "<h1 style=\"margin:0;font-size:26px;line-height:1.3;\">"
                        + link(link, "title", MailStyle.TITLE, article.title()) + "</h1>");
        if (!article.authors().isEmpty()) {
            List<String> names =
                    article.authors().stream().map(MailHtml::author).toList();
            quiet("0 24px 8px", words.byline(names));
        }
        if (picture != null) {
            picture(picture);
        }
        if (summary != null) {
            paragraphs(summary);
        }
        row("16px 24px 24px", link(link, "button", MailStyle.BUTTON, words.read()));
        foot();
        return out.toString();
    }

    private void head(@Nullable String preview) {
        out.append("<!DOCTYPE html>\n<html lang=\"").append(escape(words.language(article)));
        out.append("\" dir=\"auto\">\n<head>\n<meta charset=\"UTF-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        out.append("<meta name=\"supported-color-schemes\" content=\"light dark\">\n");
        out.append("<title>").append(escape(article.title())).append("</title>\n");
        out.append(MailStyle.sheet(article)).append("</head>\n");
        out.append("<body class=\"page\" style=\"").append(MailStyle.PAGE).append("\">\n");
        if (preview != null) {
            String shown = TextFit.fit(preview.replace('\n', ' '), PREHEADER, TextMeasure.GRAPHEMES);
            out.append("<div style=\"")
                    .append(MailStyle.PREHEADER)
                    .append("\">")
                    .append(escape(shown))
                    .append("</div>\n");
        }
        table("width=\"100%\" class=\"page\" style=\"background-color:#f2f2f2;\"");
        out.append("<tr><td class=\"edge\" align=\"center\" style=\"padding:16px 8px;\">\n");
        // Outlook for Windows knows no max-width.
        out.append("<!--[if mso]>\n");
        table("width=\"" + WIDTH + "\"");
        out.append("<tr><td><![endif]-->\n");
        table("class=\"card\" width=\"" + WIDTH + "\" style=\"width:100%;max-width:" + WIDTH
                + "px;table-layout:fixed;text-align:left;text-align:start;" + MailStyle.CARD + "\"");
    }

    private void foot() {
        if (article.siteName() != null) {
            out.append("<tr><td class=\"rule\" style=\"padding:16px 24px;")
                    .append(MailStyle.RULE)
                    .append("\">");
            out.append("<p class=\"quiet\" style=\"").append(MailStyle.QUIET).append("\">");
            out.append(escape(article.siteName())).append("</p></td></tr>\n");
        }
        out.append("</table>\n<!--[if mso]></td></tr></table><![endif]-->\n</td></tr>\n</table>\n</body>\n</html>\n");
    }

    private void picture(LeadPicture picture) {
        int width = Math.min(WIDTH, picture.width() == null ? WIDTH : picture.width());
        String height = picture.width() == null || picture.height() == null
                ? ""
                : " height=\"" + Math.max(1, Math.round((double) width * picture.height() / picture.width())) + "\"";
        row(
                "8px 0 0",
                "<img src=\"" + escape(picture.src()) + "\" alt=\"" + escape(picture.alt()) + "\" width=\"" + width
                        + "\"" + height + " style=\"display:block;border:0;width:100%;max-width:" + width
                        + "px;height:auto;\">");
        String caption = picture.caption() == null ? "" : escape(picture.caption());
        String credit = picture.credit() == null ? "" : escape(words.credit(picture.credit()));
        String line = caption.isEmpty() || credit.isEmpty() ? caption + credit : caption + " " + credit;
        if (!line.isEmpty()) {
            quiet("8px 24px", line);
        }
    }

    private void paragraphs(String text) {
        for (String paragraph : text.split("\n\n", -1)) {
            String lines = escape(paragraph).replace("\n", "<br>\n");
            row("8px 24px", "<p style=\"" + MailStyle.BODY + "\">" + lines + "</p>");
        }
    }

    private void quiet(String padding, String line) {
        row(padding, "<p class=\"quiet\" style=\"" + MailStyle.QUIET + "\">" + line + "</p>");
    }

    private void table(String attributes) {
        out.append("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" ");
        out.append(attributes).append(">\n");
    }

    private void row(String padding, String content) {
        out.append("<tr><td style=\"padding:").append(padding).append(";\">");
        out.append(content).append("</td></tr>\n");
    }

    private static String author(Author author) {
        return author.url() == null
                ? escape(author.name())
                : link(author.url(), "quiet", MailStyle.QUIET_LINK, author.name());
    }

    private static String link(String url, String kind, String style, String text) {
        return "<a class=\"" + kind + "\" href=\"" + escape(CanonicalUrl.ascii(url)) + "\" style=\"" + style + "\">"
                + escape(text) + "</a>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
