package io.sharewire.twitter;

import io.sharewire.Length;
import io.sharewire.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** What is wrong with a post's text as it would be sent. */
final class TextProblems {

    private final Weight weight;
    private final String link;
    private final List<Problem> problems = new ArrayList<>();

    private TextProblems(Weight weight, String link) {
        this.weight = weight;
        this.link = link;
    }

    /** The problems of a counted text that carries {@code link}. */
    static List<Problem> of(Weight weight, String link) {
        TextProblems found = new TextProblems(weight, link);
        found.checkLength();
        found.checkCharacters();
        found.checkCashtags();
        found.checkLink();
        found.checkBareNames();
        return found.problems;
    }

    /** The problems of a later post of a thread, which does not carry {@code link}. */
    static List<Problem> ofAnswer(Weight weight, String link) {
        TextProblems found = new TextProblems(weight, link);
        found.checkLength();
        found.checkCharacters();
        found.checkCashtags();
        found.checkBareNames();
        return found.problems;
    }

    private void checkLength() {
        Length length = new Length(weight.length(), WeightedLength.LIMIT, WeightedLength.UNIT);
        if (length.exceeded()) {
            problems.add(Problem.textTooLong(length));
        } else if (weight.atMost() > WeightedLength.LIMIT) {
            problems.add(Problem.warning(
                    "EMOJI_MAY_COUNT_MORE",
                    "The text has " + length.used() + " of " + length.limit() + " " + length.unit() + ", but "
                            + weight.atMost() + " where X does not know its joined emoji yet.",
                    "Shorten it, or use simpler emoji."));
        }
    }

    private void checkCharacters() {
        if (!weight.valid()) {
            problems.add(Problem.error(
                    "INVALID_CHARACTER",
                    "The text holds U+FFFE, U+FEFF or U+FFFF, which X refuses.",
                    "Take the invisible character out."));
        }
    }

    private void checkCashtags() {
        long cashtags = Signs.cashtags(weight.text());
        if (cashtags > 1) {
            problems.add(Problem.error(
                    "TOO_MANY_CASHTAGS",
                    "The text has " + cashtags + " cashtags; X takes one a post.",
                    "Write all but one without the $."));
        }
    }

    private void checkLink() {
        String key = LinkKey.of(link);
        List<String> seen =
                weight.urls().stream().map(url -> url.of(weight.text())).toList();
        if (seen.contains(link) || seen.stream().map(LinkKey::of).anyMatch(key::equals)) {
            return;
        }
        HttpUrl parsed = HttpUrl.get(link);
        String site = parsed.scheme() + "://" + parsed.host();
        boolean cut = seen.stream().anyMatch(url -> link.startsWith(url) && url.startsWith(site));
        if (cut) {
            problems.add(Problem.error(
                    "LINK_CUT",
                    "X would end the link before its end: " + link,
                    "Percent-encode the signs in it that X does not take, or use a short link."));
        } else {
            problems.add(Problem.warning(
                    "LINK_NOT_SEEN",
                    "X may not make a link of " + link + ": it has no public domain name that is known here.",
                    "Share the article's public address."));
        }
    }

    private void checkBareNames() {
        String names = weight.urls().stream()
                .filter(TwitterUrls.Url::bare)
                .map(url -> url.of(weight.text()))
                .filter(name -> !LinkKey.of(name).equals(LinkKey.of(link)))
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            problems.add(Problem.warning(
                    "BECOMES_LINK",
                    "X will make links of these words: " + names,
                    "Write them another way if they are not meant as links."));
        }
    }
}
