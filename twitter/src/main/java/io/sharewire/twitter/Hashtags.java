package io.sharewire.twitter;

import io.sharewire.Article;
import java.util.List;

/**
 * The tags of an article as hashtags. X takes letters, marks, digits, {@code _} and the middle dots, at least one letter
 * among them; what else a tag holds is left out: {@code New York} becomes {@code #NewYork}.
 */
final class Hashtags {

    private Hashtags() {}

    /** Up to {@code count} of them, in order, without repetition. */
    static List<String> of(Article article, int count) {
        return article.tags().stream()
                .map(tag -> tag.replaceAll("[^\\p{L}\\p{M}\\p{Nd}_·・]", ""))
                .filter(tag -> tag.codePoints().anyMatch(Character::isLetter))
                .map(tag -> "#" + tag)
                .distinct()
                .limit(count)
                .toList();
    }
}
