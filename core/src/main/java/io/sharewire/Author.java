package io.sharewire;

import io.sharewire.text.CleanText;
import io.sharewire.url.CanonicalUrl;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote an article.
 *
 * @param name as in the byline, one clean line
 * @param email the address shown with the byline; null if there is none
 * @param url the author's page; null if there is none
 */
public record Author(
        String name, @Nullable String email, @Nullable String url) {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\\\p{Cntrl}]+@[^\\s@<>,;:\"()\\[\\]\\\\\\p{Cntrl}]+");

    /** Cleans the name and checks the rest. */
    public Author {
        name = CleanText.line(name);
        Validation validation = new Validation("Author").required("name", name);
        if (email != null) {
            email = email.strip();
            validation.check(EMAIL.matcher(email).matches(), "email '" + email + "' is not one mail address");
        }
        if (url != null) {
            url = url.strip();
            String given = url;
            CanonicalUrl.problem(url).ifPresent(problem -> validation.check(given.isEmpty(), "url " + problem));
            url = url.isEmpty() ? null : url;
        }
        validation.orThrow();
    }

    /** An author of whom only the name is known. */
    public static Author of(String name) {
        return new Author(name, null, null);
    }
}
