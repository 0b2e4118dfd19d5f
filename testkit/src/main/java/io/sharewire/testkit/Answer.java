package io.sharewire.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a simulator answers, and whether the client gets to see it.
 *
 * @param status the HTTP status
 * @param headers the headers, one value each
 * @param body the body as text, sent as UTF-8; of an image one character for each byte
 * @param ending what becomes of the answer on its way back
 */
record Answer(int status, Map<String, String> headers, String body, Ending ending) {

    /** What becomes of an answer on its way to the client. */
    enum Ending {
        SENT,
        RESET,
        DELAYED,
        DRIPPED
    }

    static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body, Ending.SENT);
    }

    static Answer json(int status, JsonNode body) {
        return of(status, "application/json; charset=UTF-8", Json.write(body));
    }

    /** The page that a platform's edge puts in front of a failing backend. */
    static Answer gateway(int status, String text) {
        return of(
                status,
                "text/html; charset=UTF-8",
                "<html><head><title>" + text + "</title></head><body>" + text + "</body></html>");
    }

    /** A picture, whose bytes a text of UTF-8 could not hold. */
    static Answer image(String contentType, byte[] bytes) {
        return of(200, contentType, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    byte[] bytes() {
        boolean image = headers.getOrDefault("Content-Type", "").startsWith("image/");
        return body.getBytes(image ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, ending);
    }

    /** Adds those of these headers that it does not have yet. */
    Answer withDefaults(Map<String, String> defaults) {
        Map<String, String> more = new LinkedHashMap<>(defaults);
        more.putAll(headers);
        return new Answer(status, more, body, ending);
    }

    /** This answer to a request whose post is stored by now, broken as the fault says. */
    Answer brokenBy(@Nullable Fault fault, Answer serverError) {
        if (fault == null) {
            return this;
        }
        return switch (fault) {
            case NONE -> this;
            case STORED_THEN_RESET, STORED_UNSEEN_THEN_RESET -> ending(Ending.RESET);
            case STORED_THEN_DELAYED -> ending(Ending.DELAYED);
            case STORED_THEN_DRIPPED -> ending(Ending.DRIPPED);
            case STORED_THEN_500 -> serverError;
            case STORED_THEN_HTML_502 -> gateway(502, "Bad Gateway");
            case STORED_THEN_MALFORMED_BODY ->
                new Answer(status, headers, body.substring(0, body.length() / 2), ending);
            case STORED_THEN_EMPTY_BODY -> new Answer(status, headers, "", ending);
            case STORED_THEN_NO_ID,
                    STORED_THEN_INTERNAL_ERROR,
                    STORED_THEN_TIMED_OUT,
                    NOT_STORED_500,
                    NOT_STORED_200,
                    NOT_STORED_RESET,
                    NOT_STORED_DELAYED,
                    NOT_STORED_HTML_502,
                    NOT_STORED_HTML_503,
                    NOT_STORED_INTERNAL_ERROR,
                    NOT_STORED_TIMED_OUT,
                    NOT_STORED_MAINTENANCE,
                    RATE_LIMITED,
                    DAILY_LIMITED,
                    USAGE_CAPPED,
                    NOT_RECOGNISED,
                    TOO_FAST -> throw new IllegalStateException(fault + " is up to the platform's own simulator");
        };
    }

    /** This answer, lost on its way. */
    Answer ending(Ending other) {
        return new Answer(status, headers, body, other);
    }
}
