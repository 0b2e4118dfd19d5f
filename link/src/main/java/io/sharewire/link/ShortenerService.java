package io.sharewire.link;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The services that short links can be made with. */
public enum ShortenerService {
    /** Bitly, API version 4: at {@code https://api-ssl.bitly.com}, links of 2,048 characters; needs a group. */
    BITLY("https://api-ssl.bitly.com", "bit.ly", 2048),
    /** TinyURL: at {@code https://api.tinyurl.com}; the token must be allowed to create and to read. */
    TINYURL("https://api.tinyurl.com", "tinyurl.com", 4096),
    /** A YOURLS server of your own. */
    YOURLS(null, "", 4096),
    /** A Shlink server of your own, version 3 or newer. */
    SHLINK(null, "", 4096),
    /** A Kutt server, version 3: links of 2,040 characters. */
    KUTT(null, "", 2040),
    /** Rebrandly: at {@code https://api.rebrandly.com}, links of 2,048 characters, 10 new ones a second. */
    REBRANDLY("https://api.rebrandly.com", "rebrand.ly", 2048);

    private final @Nullable String baseUrl;
    private final String domain;
    private final int limit;

    ShortenerService(@Nullable String baseUrl, String domain, int limit) {
        this.baseUrl = baseUrl;
        this.domain = domain;
        this.limit = limit;
    }

    /** Its name in settings: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its API is by default; null if every site has its own. */
    @Nullable String baseUrl() {
        return baseUrl;
    }

    /** The domain of its short links by default; empty if the server decides. */
    String domain() {
        return domain;
    }

    /** The most characters a link may have there. */
    int limit() {
        return limit;
    }
}
