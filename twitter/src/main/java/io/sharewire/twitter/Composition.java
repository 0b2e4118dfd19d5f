package io.sharewire.twitter;

import io.sharewire.Article;
import io.sharewire.Problem;
import io.sharewire.text.TextFit;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of a post made from an article: headline, as much of the summary as there is room for, hashtags, the link.
 *
 * @param text the post
 * @param problems what an editor should know about how it was made
 */
record Composition(String text, List<Problem> problems) {

    /**
     * Fits the article into a post. The headline goes before hashtags, hashtags before the summary, and the link before
     * everything: it stands last, on a line of its own, whole.
     *
     * @param limit how much a post may have
     */
    static Composition of(Article article, TwitterOptions options, String link, int limit) {
        List<Problem> problems = new ArrayList<>();
        String title = plain(article.title());
        String body = plain(words(article));
        if (!body.equals(words(article))) {
            problems.add(Problem.warning(
                    "SIGNS_LEFT_OUT",
                    "The article's words hold @names or $TAGS, which would notify people or make cashtags on X.",
                    "They were written without the sign; to mention somebody, write the text yourself."));
        }
        List<String> hashtags = new ArrayList<>(Hashtags.of(article, options.hashtags()));
        while (!hashtags.isEmpty() && WeightedLength.X.of(title + end(hashtags, options, link)) > limit) {
            problems.add(Problem.warning(
                    "HASHTAG_LEFT_OUT",
                    "There is no room for " + hashtags.remove(hashtags.size() - 1) + " beside the headline.",
                    "Choose fewer hashtags, or write the text yourself."));
        }
        return new Composition(fit(body, end(hashtags, options, link), limit), problems);
    }

    /** The editor's own words, with the link below them unless they hold it already. */
    static Composition ofOwn(String words, String link, int limit) {
        String spaced = words + endOfOwn(words, link);
        boolean fits = WeightedLength.X.of(spaced) <= limit;
        return new Composition(fits ? spaced : spaced.replace("\n\n" + link, "\n" + link), List.of());
    }

    /** What goes below an editor's own words: the link, unless they hold it already. */
    static String endOfOwn(String words, String link) {
        boolean held = TwitterUrls.in(words).stream()
                .anyMatch(url -> LinkKey.of(url.of(words)).equals(LinkKey.of(link)));
        return held ? "" : "\n\n" + link;
    }

    /** Everything an article says, as it may go out: headline and summary, without signs that mean something to X. */
    static String allWords(Article article) {
        return plain(words(article));
    }

    private static String words(Article article) {
        String summary = article.summary();
        return summary == null || summary.equals(article.title())
                ? article.title()
                : article.title() + "\n\n" + summary;
    }

    private static String plain(String words) {
        return Signs.leftOut(words);
    }

    /** What goes below the article's words: hashtags and via on one line, the link on the next. */
    static String end(List<String> hashtags, TwitterOptions options, String link) {
        List<String> line = new ArrayList<>(hashtags);
        if (options.via() != null) {
            line.add("via @" + options.via());
        }
        return "\n\n" + (line.isEmpty() ? "" : String.join(" ", line) + "\n") + link;
    }

    private static String fit(String body, String end, int limit) {
        int room = limit - WeightedLength.X.of(end);
        String text;
        do {
            text = (TextFit.fit(body, room, WeightedLength.X) + end).stripLeading();
            // A cut can leave a name that X reads as a link, and so a text that is longer than a longer one.
            room--;
        } while (WeightedLength.X.of(text) > limit && room > 0);
        return text;
    }
}
