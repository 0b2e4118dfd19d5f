package io.sharewire.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The web as Facebook's crawler finds it: no request leaves the machine.
 *
 * <p>Pages and pictures that a test puts here are served as they are. Every other address leads to a page without a
 * word, or, if it ends like a picture's, to a picture.
 *
 * <p>Safe for use by many threads.
 */
public final class FacebookWeb {

    /**
     * A request of the crawler.
     *
     * @param url what it asked for
     * @param headers what it sent, by lower-case name
     */
    public record Visit(String url, Map<String, String> headers) {}

    /** What stands at an address. */
    static final class Document {

        private final int status;
        private final String encoding;
        private final byte[] body;

        Document(int status, String encoding, byte[] body) {
            this.status = status;
            this.encoding = encoding;
            this.body = body;
        }

        int status() {
            return status;
        }

        String encoding() {
            return encoding;
        }

        byte[] body() {
            return body;
        }
    }

    private static final byte[] PICTURE = "\u00FF\u00D8\u00FF\u00E0".getBytes(StandardCharsets.ISO_8859_1);
    private static final Document EMPTY_PAGE = new Document(200, "", new byte[0]);
    private static final String PICTURE_ADDRESS = "(?i)[^?#]*\\.(jpe?g|png|gif|bmp|tiff?|webp|heif)([?#].*)?";

    private final Map<String, Document> documents = new HashMap<>();
    private final Set<String> partial = new HashSet<>();
    private final Set<String> missingHosts = new HashSet<>();
    private final List<Visit> visits = new ArrayList<>();

    FacebookWeb() {}

    /** Puts a page there. */
    public void page(String url, String html) {
        page(url, "", html.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a page there whose body is sent with this {@code Content-Encoding}: {@code gzip}, {@code deflate} or none. */
    public synchronized void page(String url, String encoding, byte[] body) {
        documents.put(url, new Document(200, encoding, body.clone()));
    }

    /** Puts a picture there. */
    public void picture(String url, byte[] picture) {
        page(url, "", picture);
    }

    /** Lets the server there answer a {@code Range} with 206, as many content networks do. */
    public synchronized void partial(String url) {
        partial.add(url);
    }

    /** Lets the server there answer with this status and nothing else. */
    public synchronized void fails(String url, int status) {
        documents.put(url, new Document(status, "", new byte[0]));
    }

    /** Lets this host be unknown to the name servers. */
    public synchronized void noSuchHost(String host) {
        missingHosts.add(host.toLowerCase(Locale.ROOT));
    }

    /** What the crawler has asked for, in order. */
    public synchronized List<Visit> visits() {
        return List.copyOf(visits);
    }

    synchronized boolean knows(String host) {
        return !missingHosts.contains(host);
    }

    synchronized Document get(String url, Map<String, String> headers) {
        visits.add(new Visit(url, Map.copyOf(headers)));
        Document found = documents.getOrDefault(
                url, url.matches(PICTURE_ADDRESS) ? new Document(200, "", PICTURE.clone()) : EMPTY_PAGE);
        boolean cut = found.status() == 200 && headers.containsKey("range") && partial.contains(url);
        return cut ? new Document(206, found.encoding(), found.body()) : found;
    }

    synchronized void reset() {
        documents.clear();
        partial.clear();
        missingHosts.clear();
        visits.clear();
    }
}
