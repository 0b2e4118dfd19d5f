package io.sharewire.kakao;

import io.sharewire.Validation;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * The web domains an app has registered for links in messages ([Product Link] > [Web domain]); another list than that of
 * the JavaScript SDK. Scheme, host and port count; {@code www.} and {@code m.} are domains of their own.
 *
 * @param origins such as {@code https://news.example.kr}; none if they are not known, and then every link is let through
 */
record KakaoDomains(List<String> origins) {

    static final KakaoDomains UNKNOWN = new KakaoDomains(List.of());

    KakaoDomains {
        origins = List.copyOf(origins);
    }

    /** Notes every entry that is no origin. */
    void check(String name, Validation validation) {
        for (String origin : origins) {
            validation.check(
                    isOrigin(origin),
                    name + " must be scheme, host and port alone, such as https://news.example.kr, not '" + origin
                            + "'");
        }
    }

    boolean allow(String url) {
        HttpUrl parsed = HttpUrl.get(url);
        return origins.isEmpty()
                || origins.stream()
                        .map(HttpUrl::get)
                        .anyMatch(origin -> origin.scheme().equals(parsed.scheme())
                                && origin.host().equals(parsed.host())
                                && origin.port() == parsed.port());
    }

    /** Whether it is scheme, host and, if need be, port, and nothing else. */
    static boolean isOrigin(String origin) {
        HttpUrl parsed = HttpUrl.parse(origin);
        return parsed != null
                && parsed.username().isEmpty()
                && parsed.password().isEmpty()
                && parsed.toString().equals(origin + "/");
    }

    @Override
    public String toString() {
        return String.join(", ", origins);
    }
}
