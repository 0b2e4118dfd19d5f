package io.sharewire.facebook;

import io.sharewire.url.PercentEncoding;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A form body, written and read: every name and value fully encoded, so that no text can become another parameter. */
final class FacebookForm {

    static final String TYPE = "application/x-www-form-urlencoded";

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Adds a value; null adds nothing. */
    FacebookForm with(String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    /** Adds values. */
    FacebookForm with(Map<String, String> more) {
        values.putAll(more);
        return this;
    }

    /** The value of {@code name}; null if it is not there. */
    @Nullable String value(String name) {
        return values.get(name);
    }

    /** The body. */
    String body() {
        return values.entrySet().stream()
                .map(value -> PercentEncoding.encode(value.getKey()) + "=" + PercentEncoding.encode(value.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Reads a body that {@link #body} wrote. */
    static FacebookForm read(String body) {
        FacebookForm form = new FacebookForm();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.with(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
