package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A YOURLS server: {@code POST /yourls-api.php}. It keeps each address once and answers 400 with the link that exists. It
 * answers in XML unless asked for JSON.
 *
 * <p>Takes the signature token, a signature of time and token not older than 12 hours, or the user with the password.
 * Without {@code hash} a signature may be SHA-256, as current releases have it, or MD5, as older ones do.
 */
final class ShortenerYourls implements ShortenerProtocol {

    static final String USER = "newsdesk";
    private static final String SERVICE = "yourls";
    private static final Duration LIFE = Duration.ofHours(12);
    private static final Map<String, String> HASHES =
            Map.of("sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512");

    private final ShortLinks links;
    private final Clock clock;

    ShortenerYourls(ShortLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    @Override
    public boolean creates(Call call) {
        return call.method().equals("POST") && call.path().equals(List.of("yourls-api.php"));
    }

    @Override
    public void authorise(Call call, String key) {
        Parameters form = call.form();
        String signature = form.first("signature").orElse("");
        Optional<String> timestamp = form.first("timestamp");
        boolean known = timestamp.isPresent()
                ? isFresh(timestamp.get()) && isSigned(timestamp.get(), signature, form.first("hash"), key)
                : signature.equals(key)
                        || (form.first("username").equals(Optional.of(USER))
                                && form.first("password").equals(Optional.of(key)));
        if (!known) {
            throw new Refusal(Answer.json(
                    403, Json.object().put("message", "Please log in").put("errorCode", "403")));
        }
    }

    private boolean isFresh(String timestamp) {
        return timestamp.matches("[0-9]{1,12}")
                && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) < LIFE.toSeconds();
    }

    private static boolean isSigned(String timestamp, String signature, Optional<String> hash, String key) {
        List<String> algorithms = hash.isEmpty()
                ? List.of("SHA-256", "MD5")
                : Optional.ofNullable(HASHES.get(hash.get())).map(List::of).orElse(List.of());
        return algorithms.stream()
                .anyMatch(algorithm -> signature.equals(hash(algorithm, timestamp + key))
                        || signature.equals(hash(algorithm, key + timestamp)));
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform has no " + algorithm, e);
        }
    }

    @Override
    public Answer create(Call call) {
        Parameters form = call.form();
        boolean json = form.first("format").equals(Optional.of("json"));
        if (!form.first("action").equals(Optional.of("shorturl"))) {
            return output(
                    400,
                    Json.object().put("errorCode", "400").put("message", "Unknown or missing \"action\" parameter"),
                    json);
        }
        String url = form.first("url").orElse("");
        String keyword = form.first("keyword").orElse("");
        if (!ShortenerProtocol.isAddress(url)) {
            return output(400, failure("error:nourl", "Missing or malformed URL"), json);
        }
        Optional<ShortLinks.Link> existing =
                links.find(SERVICE, link -> link.longUrl().equals(url));
        if (existing.isPresent()) {
            ObjectNode exists = failure("error:url", url + " already exists in database");
            return output(
                    400, describe(exists, existing.get(), form.first("title").orElse("")), json);
        }
        if (!keyword.isEmpty() && links.byAlias(SERVICE, keyword).isPresent()) {
            return output(
                    400,
                    failure("error:keyword", "Short URL " + keyword + " already exists in database or is reserved"),
                    json);
        }
        ObjectNode made = Json.object().put("status", "success").put("message", url + " added to database");
        ShortLinks.Link link = links.add(SERVICE, keyword, url, "", Set.of());
        return output(200, describe(made, link, form.first("title").orElse("")).put("statusCode", "200"), json);
    }

    private ObjectNode describe(ObjectNode answer, ShortLinks.Link link, String title) {
        answer.putObject("url")
                .put("keyword", link.alias())
                .put("url", link.longUrl())
                .put("title", title)
                .put("date", link.created().toString())
                .put("ip", "127.0.0.1");
        return answer.put("title", title).put("shorturl", links.shortUrl(link));
    }

    private static ObjectNode failure(String code, String message) {
        return Json.object()
                .put("status", "fail")
                .put("code", code)
                .put("message", message)
                .put("errorCode", "400")
                .put("statusCode", "400");
    }

    private static Answer output(int status, ObjectNode answer, boolean json) {
        return json
                ? Answer.json(status, answer)
                : Answer.of(
                        status, "application/xml; charset=UTF-8", "<result><status>" + status + "</status></result>");
    }

    @Override
    public Answer tooMany() {
        return Answer.gateway(429, "429 Too Many Requests");
    }

    @Override
    public Answer broken() {
        return Answer.json(
                503,
                Json.object()
                        .put("status", "fail")
                        .put("code", "error:concurrency")
                        .put("errorCode", "503"));
    }
}
