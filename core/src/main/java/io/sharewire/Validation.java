package io.sharewire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with what is being built, so that it is said once and completely: {@code
 * FacebookSettings: pageId is required; baseUrl must be https}.
 *
 * <p>Messages never hold the value of a {@link Secret}. Not thread-safe; one instance per {@code build()}.
 */
public final class Validation {

    private final String subject;
    private final List<String> problems = new ArrayList<>();

    /** For messages that begin with {@code subject}, e.g. {@code FacebookSettings}. */
    public Validation(String subject) {
        this.subject = subject;
    }

    /** Notes {@code problem} unless {@code fine}. */
    public Validation check(boolean fine, String problem) {
        if (!fine) {
            problems.add(problem);
        }
        return this;
    }

    /** Notes that {@code name} is required if {@code value} is missing or blank. */
    public Validation required(String name, @Nullable Object value) {
        return check(
                value != null
                        && !(value instanceof CharSequence text
                                && text.toString().isBlank()),
                name + " is required");
    }

    /** Notes unless {@code url} is an https address without query, or an http one on this machine (a sandbox). */
    public Validation baseUrl(String name, String url) {
        return check(isBaseUrl(url), name + " must be an https address (http only on this machine), not '" + url + "'");
    }

    /**
     * Ends the collection.
     *
     * @throws IllegalArgumentException with all problems, if there are any
     */
    public void orThrow() {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(subject + ": " + String.join("; ", problems));
        }
    }

    private static boolean isBaseUrl(String url) {
        try {
            URI uri = new URI(url);
            String host = uri.getHost();
            if (host == null || uri.getQuery() != null || uri.getFragment() != null || uri.getUserInfo() != null) {
                return false;
            }
            boolean local = host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            return scheme.equals("https") || (scheme.equals("http") && local);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
