package io.sharewire.link;

import io.sharewire.http.Fetched;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells pages that are no articles: errors, bot checks, files of another kind. Better no article than a wrong one. */
final class NotAnArticle {

    private static final Set<String> TYPES = Set.of("text/html", "application/xhtml+xml");

    private static final Pattern HTML = Pattern.compile(
            "(?i)<(?:!doctype\\s+html|html|head|title|meta|body|article|main|h1|script|div|p|link)[\\s/>]");
    private static final Pattern OTHER_FILE = Pattern.compile("\\A\\s*(?:\\{|\\[|%PDF)");
    private static final Pattern OTHER_XML = Pattern.compile(
            "(?i)\\A\\s*(?:<\\?xml[^>]{0,300}>\\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex|svg)[\\s>]");

    /** Titles of pages that stand in front of a page. */
    private static final Pattern WALL = Pattern.compile("(?i)^(?:just a moment|attention required|access denied|"
            + "access to this page has been denied|are you (?:a )?(?:human|robot)|pardon our interruption|"
            + "checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|please verify|security check|"
            + "one more step|robot check|please wait|ddos-guard|"
            + "(?:error |http )?(?:40[0134]|410|429|50[0234])(?:\\s*$|\\s*[-–:|]|\\s+(?:error|forbidden|not found|bad|"
            + "unauthori[sz]ed|too many|internal|service|gateway|gone))|forbidden$|not found$|page not found|"
            + "too many requests|service unavailable|bad gateway|request blocked|error$).*");

    private NotAnArticle() {}

    /** Refuses an answer that is not a page. */
    static void check(Fetched fetched) {
        if (!fetched.isSuccess()) {
            throw new ArticleNotReadableException("no article at " + fetched.url() + ": the server answered "
                    + fetched.status() + "; save the page and read the file");
        }
        fetched.mediaType().filter(type -> !TYPES.contains(type)).ifPresent(type -> {
            throw new ArticleNotReadableException("no article at " + fetched.url() + ": it is " + type + ", not HTML");
        });
    }

    /** Refuses text that is not HTML. */
    static void check(String text) {
        boolean isOther = text.indexOf('\0') >= 0
                || OTHER_FILE.matcher(text).find()
                || OTHER_XML.matcher(text).find();
        if (isOther || !HTML.matcher(text).find()) {
            throw new ArticleNotReadableException("not HTML: there is no page in it");
        }
    }

    /** Refuses a page that only stands in front of the article. */
    static void check(Page page) {
        boolean saysItIsAnArticle = page.jsonLd().isPresent()
                || page.markedUp().isPresent()
                || page.meta().text("og:title").isPresent();
        Optional<String> title = PageTitle.titleElement(page);
        if (!saysItIsAnArticle
                && title.filter(text ->
                                WALL.matcher(text.toLowerCase(Locale.ROOT)).matches())
                        .isPresent()) {
            throw new ArticleNotReadableException("no article: the page is a check or an error, '" + title.get()
                    + "'; open it in a browser, save it and read the file");
        }
    }
}
