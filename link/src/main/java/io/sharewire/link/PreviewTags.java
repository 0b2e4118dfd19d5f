package io.sharewire.link;

import io.sharewire.Problem;
import io.sharewire.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tags of a page that a platform makes its preview of. */
final class PreviewTags {

    private static final Pattern NOINDEX = Pattern.compile("(?i)(?:^|[\\s,])(?:noindex|none)(?:$|[\\s,])");
    private static final Set<String> CARDS = Set.of("summary", "summary_large_image", "app", "player");

    private final Crawler crawler;
    private final Page page;
    private final List<Problem> problems = new ArrayList<>();

    PreviewTags(Crawler crawler, Page page) {
        this.crawler = crawler;
        this.page = page;
    }

    /** Those that are there, by name. */
    List<String> names() {
        return page.meta().tags().stream()
                .map(MetaTags.Tag::name)
                .filter(name -> name.startsWith("og:") || (crawler.hasOwnTags() && name.startsWith("twitter:")))
                .distinct()
                .toList();
    }

    /** The tag with the picture, and the size that is declared with it. */
    Optional<DeclaredPicture> picture() {
        Optional<Finding<String>> tag = crawler.hasOwnTags()
                ? page.meta().text("twitter:image", "twitter:image:src", "og:image", "og:image:url")
                : page.meta().text("og:image", "og:image:url", "og:image:secure_url");
        return tag.map(found -> new DeclaredPicture(
                found.source(),
                found.value(),
                page.meta()
                        .text("og:image:width")
                        .map(width -> Pixels.of(width.value()))
                        .orElse(null),
                page.meta()
                        .text("og:image:height")
                        .map(height -> Pixels.of(height.value()))
                        .orElse(null),
                isLarge()));
    }

    List<Problem> problems(List<String> robotsHeaders) {
        title();
        if (!has("description")) {
            problems.add(Problem.warning(
                    "DESCRIPTION_MISSING",
                    "There is no " + own("description") + "og:description.",
                    "Add <meta property=\"og:description\">, two to four sentences."));
        }
        if (picture().isEmpty()) {
            problems.add(Problem.warning(
                    "IMAGE_MISSING",
                    "There is no " + own("image") + "og:image; the preview will have no picture, or any of the page.",
                    "Add <meta property=\"og:image\"> with an absolute https address, 1200×630 pixels at best."));
        }
        if (crawler.hasOwnTags()) {
            card();
        } else {
            type();
        }
        address();
        index(robotsHeaders);
        return problems;
    }

    private void title() {
        if (has("title")) {
            return;
        }
        String message = "There is no " + own("title") + "og:title";
        String remedy = "Add <meta property=\"og:title\"> with the headline.";
        Optional<String> other = PageTitle.titleElement(page);
        boolean isReplaced = other.isPresent() && !crawler.hasOwnTags();
        problems.add(
                isReplaced
                        ? Problem.warning(
                                "TITLE_MISSING", message + "; \"" + other.get() + "\" will stand in its place.", remedy)
                        : Problem.error("TITLE_MISSING", message + ".", remedy));
    }

    private void type() {
        if (page.meta().text("og:type").isEmpty()) {
            problems.add(Problem.warning(
                    "TYPE_MISSING",
                    "There is no og:type; the page counts as a website.",
                    "Add <meta property=\"og:type\" content=\"article\">."));
        }
    }

    private void card() {
        String remedy = "Add <meta name=\"twitter:card\" content=\"summary_large_image\">.";
        Optional<String> card = page.meta().text("twitter:card").map(Finding::value);
        if (card.isPresent()) {
            if (!CARDS.contains(card.get().toLowerCase(Locale.ROOT))) {
                problems.add(Problem.error("CARD_UNKNOWN", "X knows no card '" + card.get() + "'.", remedy));
            }
            return;
        }
        boolean mayBeShown = has("title")
                && has("description")
                && page.meta().text("og:type").isPresent();
        problems.add(
                mayBeShown
                        ? Problem.warning("CARD_MISSING", "There is no twitter:card; X may show a small one.", remedy)
                        : Problem.error("CARD_MISSING", "There is no twitter:card; X shows none.", remedy));
    }

    private void address() {
        Optional<String> canonical = page.attribute("link[rel~=(?i)(^|\\s)canonical(\\s|$)][href]", "href")
                .flatMap(page.base()::resolve);
        Optional<String> open = page.meta().text("og:url").map(Finding::value).flatMap(page.base()::resolve);
        if (crawler.followsCanonical() && open.isEmpty()) {
            problems.add(Problem.warning(
                    "URL_MISSING",
                    "There is no og:url; shares of one article may be counted apart.",
                    "Add <meta property=\"og:url\"> with the canonical address."));
        }
        if (canonical.isPresent() && open.isPresent() && !isSame(canonical.get(), open.get())) {
            problems.add(Problem.warning(
                    "CANONICAL_MISMATCH",
                    "The canonical address is " + canonical.get() + ", but og:url is " + open.get() + ".",
                    "Give both the same address."));
        }
        String own = page.address() == null ? "" : page.address().toString();
        Stream.of(canonical, open)
                .flatMap(Optional::stream)
                .filter(declared -> !isSame(declared, own))
                .findFirst()
                .ifPresent(declared -> otherAddress(declared, own));
    }

    private void otherAddress(String declared, String own) {
        Optional<String> doubt = PageAddress.doubt(page, declared);
        String message = "The page at " + own + " names " + declared + " as its address"
                + doubt.map(why -> ", which is " + why).orElse("");
        String remedy = "Share that address, or correct rel=canonical and og:url.";
        problems.add(
                doubt.isPresent() && crawler.followsCanonical()
                        ? Problem.error("CANONICAL_ELSEWHERE", message + "; that page will be shown.", remedy)
                        : Problem.warning("CANONICAL_ELSEWHERE", message + ".", remedy));
    }

    private void index(List<String> robotsHeaders) {
        Stream.concat(page.meta().texts("robots").stream(), robotsHeaders.stream())
                .filter(value -> NOINDEX.matcher(value).find())
                .findFirst()
                .ifPresent(value -> problems.add(Problem.warning(
                        "NOINDEX",
                        "The page asks not to be found (robots: " + value + ").",
                        "Take noindex out before the article is shared.")));
    }

    private boolean has(String what) {
        return page.meta().text("og:" + what).isPresent()
                || (crawler.hasOwnTags() && page.meta().text("twitter:" + what).isPresent());
    }

    private boolean isLarge() {
        return page.meta().text("twitter:card").map(Finding::value).orElse("").equalsIgnoreCase("summary_large_image");
    }

    private String own(String what) {
        return crawler.hasOwnTags() ? "twitter:" + what + " and no " : "";
    }

    private static boolean isSame(String one, String other) {
        return CanonicalUrl.dedupKey(one).equals(CanonicalUrl.dedupKey(other));
    }
}
