package io.sharewire.twitter;

import io.sharewire.Length;
import io.sharewire.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** What is wrong with the texts of a post, or of a thread's posts, as they would be sent. */
final class TextProblems {

    private final String link;
    private final int limit;
    private final List<Problem> problems = new ArrayList<>();

    private TextProblems(String link, int limit) {
        this.link = link;
        this.limit = limit;
    }

    /**
     * The problems of counted texts, one of which carries {@code link}.
     *
     * @param limit how much a post may have
     */
    static List<Problem> of(List<Weight> posts, String link, int limit) {
        TextProblems found = new TextProblems(link, limit);
        for (int i = 0; i < posts.size(); i++) {
            found.check(posts.get(i), posts.size() == 1 ? "The text" : "Post " + (i + 1) + " of the thread");
        }
        if (!posts.isEmpty()) {
            found.checkLink(posts);
        }
        return found.problems;
    }

    private void check(Weight weight, String name) {
        checkLength(weight, name);
        if (!weight.valid()) {
            error(
                    "INVALID_CHARACTER",
                    name + " holds U+FFFE, U+FEFF or U+FFFF, which X refuses.",
                    "Take the invisible character out.");
        }
        long cashtags = Signs.cashtags(weight.text());
        if (cashtags > 1) {
            error(
                    "TOO_MANY_CASHTAGS",
                    name + " has " + cashtags + " cashtags; X takes one a post.",
                    "Write all but one without the $.");
        }
        String glued = String.join(", ", Hashtags.gluedIn(weight.text()));
        if (!glued.isEmpty()) {
            warning(
                    "HASHTAG_NOT_SEEN",
                    "X will not make hashtags of these, since a word touches their sign: " + glued,
                    "Put a blank before the #.");
        }
        checkBareNames(weight);
    }

    private void checkLength(Weight weight, String name) {
        Length length = new Length(weight.length(), limit, WeightedLength.UNIT);
        String used = name + " has " + length.used() + " of " + limit + " " + length.unit();
        if (length.exceeded()) {
            problems.add(
                    name.equals("The text")
                            ? Problem.textTooLong(length)
                            : Problem.error(
                                    "TEXT_TOO_LONG", used + ".", "Shorten it by " + (length.used() - limit) + "."));
        } else if (weight.atMost() > limit) {
            warning(
                    "EMOJI_MAY_COUNT_MORE",
                    used + ", but " + weight.atMost() + " where X does not know its joined emoji yet.",
                    "Shorten it, or use simpler emoji.");
        }
    }

    private void checkLink(List<Weight> posts) {
        String key = LinkKey.of(link);
        List<String> seen =
                posts.stream().flatMap(post -> post.links().stream()).toList();
        if (seen.contains(link) || seen.stream().map(LinkKey::of).anyMatch(key::equals)) {
            return;
        }
        HttpUrl parsed = HttpUrl.get(link);
        String site = parsed.scheme() + "://" + parsed.host();
        boolean cut = seen.stream().anyMatch(url -> link.startsWith(url) && url.startsWith(site));
        if (cut) {
            error(
                    "LINK_CUT",
                    "X would end the link before its end: " + link,
                    "Percent-encode the signs in it that X does not take, or use a short link.");
        } else {
            warning(
                    "LINK_NOT_SEEN",
                    "X may not make a link of " + link + ": it has no public domain name that is known here.",
                    "Share the article's public address.");
        }
    }

    private void checkBareNames(Weight weight) {
        String names = weight.urls().stream()
                .filter(TwitterUrls.Url::bare)
                .map(url -> url.of(weight.text()))
                .filter(name -> !LinkKey.of(name).equals(LinkKey.of(link)))
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            warning(
                    "BECOMES_LINK",
                    "X will make links of these words: " + names,
                    "Write them another way if they are not meant as links.");
        }
    }

    private void error(String code, String message, String remedy) {
        problems.add(Problem.error(code, message, remedy));
    }

    private void warning(String code, String message, String remedy) {
        problems.add(Problem.warning(code, message, remedy));
    }
}
