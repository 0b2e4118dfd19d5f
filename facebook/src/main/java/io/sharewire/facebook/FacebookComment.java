package io.sharewire.facebook;

import io.sharewire.Draft;
import io.sharewire.Length;
import io.sharewire.Problem;
import io.sharewire.text.TextMeasure;
import org.jspecify.annotations.Nullable;

/** The Page's first comment below its post: the editor's words, and the link if it does not stand in the text. */
final class FacebookComment {

    private static final int LIMIT = 8_000;

    private FacebookComment() {}

    /** Puts the comment into the draft, if there is one. */
    static void add(Draft.Builder draft, FacebookOptions options, @Nullable String link) {
        String words = options.firstComment() == null ? "" : FacebookText.withoutMentions(options.firstComment());
        String text = link == null || FacebookText.holds(words, link)
                ? words
                : words.isEmpty() ? link : words + "\n\n" + link;
        if (text.isEmpty()) {
            return;
        }
        draft.afterwards(
                FacebookForm.TYPE, new FacebookForm().with("message", text).body());
        Length length = new Length(TextMeasure.UTF16.of(text), LIMIT, "characters");
        if (length.exceeded()) {
            draft.problem(Problem.error(
                    "COMMENT_TOO_LONG",
                    "The first comment has " + length.used() + " of " + LIMIT + " characters.",
                    "Shorten it by " + (length.used() - LIMIT) + "."));
        }
        if (options.scheduledAt() != null) {
            draft.problem(Problem.error(
                    "COMMENT_ON_SCHEDULED",
                    "Facebook takes no comment on a post that is not out yet.",
                    "Publish the post now, or leave the comment out and the link in the text."));
        }
    }
}
