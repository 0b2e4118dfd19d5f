package io.sharewire.link;

import io.sharewire.Problem;
import io.sharewire.http.FetchException;
import io.sharewire.http.Fetched;
import io.sharewire.http.GuardedFetch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;

/** One crawler's look at one page: may it, does it get one, what is in it, what about the picture. Not thread-safe. */
final class CrawlerVisit {

    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

    private final Crawler crawler;
    private final GuardedFetch fetch;
    private final Map<HttpUrl, RobotsTxt> robots = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    CrawlerVisit(Crawler crawler, GuardedFetch fetch) {
        this.crawler = crawler;
        this.fetch = fetch;
    }

    PreflightResult of(String given) throws FetchException {
        HttpUrl asked = HttpUrl.get(given).newBuilder().fragment(null).build();
        boolean mayBegin = mayFetch(asked, "ROBOTS_TXT", "page");
        Fetched answer = fetch.fetch(given);
        HttpUrl url = HttpUrl.get(answer.url());
        if (!url.equals(asked)) {
            problems.add(Problem.warning(
                    "REDIRECT", "The address leads on to " + url + ".", "Share the address it ends at."));
        }
        boolean may = mayBegin && (isSameOrigin(asked, url) || mayFetch(url, "ROBOTS_TXT", "page"));
        if (isPage(answer) && may) {
            look(answer, url);
        }
        return new PreflightResult(crawler.channel(), answer.url(), problems);
    }

    private boolean isPage(Fetched answer) {
        if (!answer.isSuccess()) {
            problems.add(Problem.error(
                    "PAGE_STATUS",
                    "The server answers " + answer.status() + " to " + crawler.platform() + "'s crawler.",
                    "Let \"" + crawler.userAgent() + "\" in: see the firewall, the bot protection and the login."));
            return false;
        }
        String type = answer.mediaType().orElse("");
        if (!HTML.contains(type)) {
            problems.add(Problem.error(
                    "PAGE_TYPE",
                    "The address gives " + (type.isEmpty() ? "no content type" : type) + ", not an HTML page.",
                    "Serve it as text/html."));
            return false;
        }
        return true;
    }

    private void look(Fetched answer, HttpUrl url) {
        byte[] bytes = answer.bytes();
        Page page = page(bytes, answer, url);
        try {
            NotAnArticle.check(page);
        } catch (ArticleNotReadableException e) {
            problems.add(Problem.error(
                    "PAGE_IS_A_CHECK",
                    "The server sends " + crawler.platform() + "'s crawler a check or an error instead of the page.",
                    "Let \"" + crawler.userAgent() + "\" in: see the bot protection."));
            return;
        }
        PreviewTags tags = new PreviewTags(crawler, page);
        if (bytes.length > crawler.readsBytes()) {
            PreviewTags read = new PreviewTags(crawler, page(Arrays.copyOf(bytes, crawler.readsBytes()), answer, url));
            List<String> late = new ArrayList<>(tags.names());
            late.removeAll(read.names());
            if (!late.isEmpty()) {
                problems.add(Problem.error(
                        "TAGS_TOO_LATE",
                        crawler.platform() + " reads the first " + crawler.readsBytes() + " bytes; after them come "
                                + String.join(", ", late) + ".",
                        "Move the tags to the top of the head."));
            }
            tags = read;
        }
        problems.addAll(tags.problems(answer.headers("X-Robots-Tag")));
        tags.picture().ifPresent(picture -> {
            PreviewPicture preview = new PreviewPicture(crawler, fetch, picture);
            problems.addAll(preview.problemsOfTheTag());
            preview.address()
                    .filter(address -> mayFetch(address, "IMAGE_ROBOTS_TXT", "picture"))
                    .ifPresent(address -> problems.addAll(preview.problemsOfTheFile(address)));
        });
    }

    private static Page page(byte[] bytes, Fetched answer, HttpUrl url) {
        String text = DecodedPage.of(bytes, answer.charset().orElse(null)).text();
        return Page.of(text, url, answer.headers("Link"));
    }

    private boolean mayFetch(HttpUrl url, String code, String what) {
        if (robots(url, code).allows(crawler.robotsName(), url)) {
            return true;
        }
        problems.add(Problem.error(
                code + "_FORBIDS",
                "robots.txt on " + url.host() + " forbids " + crawler.robotsName() + " the " + what + " " + url + ".",
                "Allow it there: User-agent: " + crawler.robotsName() + " / Allow: /"));
        return false;
    }

    /** A file that is not there allows everything; one that cannot be read may be taken to forbid everything (RFC 9309). */
    private RobotsTxt robots(HttpUrl url, String code) {
        HttpUrl address = url.newBuilder()
                .encodedPath("/robots.txt")
                .query(null)
                .fragment(null)
                .build();
        RobotsTxt known = robots.get(address);
        if (known == null) {
            known = fetchRobots(address, code);
            robots.put(address, known);
        }
        return known;
    }

    private RobotsTxt fetchRobots(HttpUrl address, String code) {
        String why;
        try {
            Fetched answer = fetch.fetch(address.toString());
            if (answer.isSuccess()) {
                return RobotsTxt.of(answer.bytes());
            } else if (answer.status() >= 400 && answer.status() < 500) {
                return RobotsTxt.allowingAll();
            }
            why = "answers " + answer.status();
        } catch (FetchException e) {
            why = "cannot be fetched (" + e.kind() + ")";
        }
        problems.add(Problem.warning(
                code + "_UNREADABLE",
                address + " " + why + "; crawlers may take that as forbidden.",
                "Answer 200 or 404 there."));
        return RobotsTxt.allowingAll();
    }

    private static boolean isSameOrigin(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
    }
}
