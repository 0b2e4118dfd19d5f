package io.sharewire.facebook;

import io.sharewire.Problem;
import io.sharewire.Secret;
import io.sharewire.auth.ReconnectException;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.http.Redaction;
import io.sharewire.json.Json;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks Facebook whether a Page's token will do, before a post finds out: {@code GET /debug_token} with the app's own
 * token, so the settings need the app's id and secret.
 *
 * <p>Facebook takes the examined token only as part of the address; nothing here writes addresses into logs. Facebook
 * never tells of a token's end by itself, so this is worth asking once a day. Thread-safe.
 */
public final class FacebookHealth {

    private final FacebookSettings settings;
    private final Clock clock;
    private final FacebookApi api;

    private FacebookHealth(FacebookSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.api = new FacebookApi(
                settings.baseUrl(),
                settings.version(),
                settings.proof(clock),
                ApiClient.withTimeout(settings.timeout()),
                answer -> {});
    }

    /** The health of one Page's connection. */
    public static FacebookHealth of(FacebookSettings settings) {
        return of(settings, Clock.systemUTC());
    }

    /** As {@link #of(FacebookSettings)}, by another clock. */
    public static FacebookHealth of(FacebookSettings settings, Clock clock) {
        return new FacebookHealth(settings, clock);
    }

    /** What an editor or an operator should know, errors first; empty if all is well. */
    public List<Problem> check() {
        return Stream.concat(
                        tokenProblems().stream(),
                        FacebookVersions.problem(
                                settings.version(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                                .stream())
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .toList();
    }

    private List<Problem> tokenProblems() {
        Secret appSecret = settings.appSecret();
        if (settings.appId() == null || appSecret == null) {
            return List.of(Problem.warning(
                    "APP_UNKNOWN",
                    "Without the app's id and secret nobody can be asked about the token of " + settings.name() + ".",
                    "Set the app id and the app secret."));
        }
        Secret token;
        try {
            token = settings.accessToken();
        } catch (ReconnectException e) {
            return List.of(Problem.error("NO_TOKEN", String.valueOf(e.getMessage()), "Connect the Page again."));
        }
        Secret appToken = Secret.of(settings.appId() + "|" + appSecret.reveal());
        ApiReply reply = api.get("debug_token", Map.of("input_token", token.reveal()), appToken);
        FacebookTokenInfo info = reply instanceof ApiReply.Answer answer
                ? Json.read(answer.body(), FacebookTokenInfo.class).orElse(null)
                : null;
        if (info == null || info.data() == null) {
            return List.of(notTold(info == null ? null : info.error(), List.of(token, appSecret)));
        }
        return info.data().problems(settings.pageId(), clock.instant());
    }

    private Problem notTold(@Nullable FacebookError error, List<Secret> sent) {
        List<Secret> secrets = new ArrayList<>(sent);
        return error == null
                ? Problem.warning(
                        "NOT_TOLD",
                        "Facebook could not be asked about the token of " + settings.name() + ".",
                        "Ask again in a while.")
                : Problem.error(
                        "NOT_TOLD",
                        "Facebook does not tell about the token of " + settings.name() + ", error " + error.label()
                                + ": " + Redaction.redact(error.describe(), secrets),
                        "Check that the app id and the app secret are of the app that made the token.");
    }
}
