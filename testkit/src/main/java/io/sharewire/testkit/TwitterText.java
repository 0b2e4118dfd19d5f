package io.sharewire.testkit;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TwitterTextParser;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A post's text as the platform keeps it: links replaced, markup characters escaped.
 *
 * @param shown the text that reads return
 * @param seen the text for readers' eyes: nothing escaped, links as they are displayed
 * @param links the links in it, in order
 */
record TwitterText(String shown, String seen, List<Link> links) {

    static final int LIMIT = 280;
    static final int PREMIUM_LIMIT = 25_000;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int SLUG = 10;

    /**
     * A link in a text.
     *
     * @param start its first code point in the shown text
     * @param end the code point behind it
     * @param shortened the address shown
     * @param expanded the address that was sent
     * @param display the address as displayed
     * @param mediaKey the key of the attached media that it stands for, if it is no link of the text
     */
    record Link(
            int start,
            int end,
            String shortened,
            String expanded,
            String display,
            @Nullable String mediaKey) {}

    /** The weighted length as the platform's own library counts it. */
    static int weightedLength(String text) {
        return TwitterTextParser.parseTweet(text).weightedLength;
    }

    static boolean hasInvalidCharacter(String text) {
        return text.indexOf('\uFFFE') >= 0 || text.indexOf('\uFEFF') >= 0 || text.indexOf('\uFFFF') >= 0;
    }

    static int cashtags(String text) {
        return new Extractor().extractCashtags(text).size();
    }

    static boolean mentions(String text, String username) {
        return new Extractor().extractMentionedScreennames(text).stream().anyMatch(username::equalsIgnoreCase);
    }

    static boolean hasLink(String text) {
        return !new Extractor().extractURLs(text).isEmpty();
    }

    /** What the duplicate filter compares. */
    static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    static TwitterText of(String text, List<String> mediaKeys) {
        StringBuilder shown = new StringBuilder();
        StringBuilder seen = new StringBuilder();
        List<Link> links = new ArrayList<>();
        int from = 0;
        for (Extractor.Entity entity : new Extractor().extractURLsWithIndices(text)) {
            String before = text.substring(from, entity.getStart());
            shown.append(escaped(before));
            int start = shown.codePointCount(0, shown.length());
            String shortened = "https://t.co/" + slug();
            String display = display(entity.getValue());
            shown.append(shortened);
            seen.append(before).append(display);
            links.add(
                    new Link(start, start + shortened.length(), shortened, expanded(entity.getValue()), display, null));
            from = entity.getEnd();
        }
        shown.append(escaped(text.substring(from)));
        seen.append(text.substring(from));
        if (!mediaKeys.isEmpty()) {
            appendMediaLink(shown, links, mediaKeys);
        }
        return new TwitterText(shown.toString(), seen.toString(), List.copyOf(links));
    }

    /** All media of a post share one link behind the text, which readers do not see. */
    private static void appendMediaLink(StringBuilder shown, List<Link> links, List<String> mediaKeys) {
        shown.append(shown.isEmpty() ? "" : " ");
        int start = shown.codePointCount(0, shown.length());
        String shortened = "https://t.co/" + slug();
        shown.append(shortened);
        for (String key : mediaKeys) {
            String expanded = "https://x.com/i/media/" + key;
            links.add(new Link(start, start + shortened.length(), shortened, expanded, "pic.x.com", key));
        }
    }

    private static String expanded(String url) {
        return url.matches("(?i)https?://.*") ? url : "http://" + url;
    }

    private static String display(String url) {
        String bare = url.replaceFirst("(?i)^https?://(www\\.)?", "");
        return bare.length() <= 27 ? bare : bare.substring(0, 26) + "…";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String slug() {
        StringBuilder slug = new StringBuilder();
        while (slug.length() < SLUG) {
            slug.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
        }
        return slug.toString();
    }
}
