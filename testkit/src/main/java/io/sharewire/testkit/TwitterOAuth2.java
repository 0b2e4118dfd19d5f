package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The OAuth 2.0 authorization code flow with PKCE: codes for 30 seconds, access for two hours, each refresh once. */
final class TwitterOAuth2 {

    private static final Duration CODE_LIFE = Duration.ofSeconds(30);
    private static final Duration ACCESS_LIFE = Duration.ofHours(2);
    private static final int LONGEST_STATE = 500;

    private record Code(
            String client, String redirectUri, Set<String> scopes, String challenge, String method, Instant dies) {}

    private record Refresh(String client, Set<String> scopes) {}

    private final Clock clock;
    private final TwitterApp app;
    private final TwitterTokens tokens;
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Refresh> refreshes = new HashMap<>();

    TwitterOAuth2(Clock clock, TwitterApp app, TwitterTokens tokens) {
        this.clock = clock;
        this.app = app;
        this.tokens = tokens;
        reset();
    }

    void reset() {
        codes.clear();
        refreshes.clear();
        refreshes.put(TwitterApp.FIRST_REFRESH_TOKEN, new Refresh(TwitterApp.CLIENT_ID, TwitterCaller.SCOPES));
    }

    /** The page where the user consents, and does so at once. */
    Answer authorize(Parameters query) {
        String client = query.first("client_id").orElse("");
        require(Set.of(TwitterApp.CLIENT_ID, TwitterApp.PUBLIC_CLIENT_ID).contains(client), "client_id", client);
        String redirectUri = query.first("redirect_uri").orElse("");
        require(redirectUri.equals(app.redirectUri()), "redirect_uri", redirectUri);
        String type = query.first("response_type").orElse("");
        require(type.equals("code"), "response_type", type);
        String state = query.first("state").orElse("");
        require(!state.isEmpty() && state.length() <= LONGEST_STATE, "state", state);
        String challenge = query.first("code_challenge").orElse("");
        require(!challenge.isEmpty(), "code_challenge", challenge);
        String method = query.first("code_challenge_method").orElse("plain");
        require(method.equals("S256") || method.equals("plain"), "code_challenge_method", method);
        Set<String> scopes = new LinkedHashSet<>(
                List.of(query.first("scope").orElse("").strip().split("\\s+", -1)));
        require(TwitterCaller.SCOPES.containsAll(scopes), "scope", scopes.toString());

        String back = "state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
        if (app.isDenying()) {
            return TwitterApp.redirect(redirectUri, "error=access_denied&" + back);
        }
        String code = TwitterTokens.random("code-");
        codes.put(
                code,
                new Code(
                        client,
                        redirectUri,
                        scopes,
                        challenge,
                        method,
                        clock.instant().plus(CODE_LIFE)));
        return TwitterApp.redirect(redirectUri, back + "&code=" + code);
    }

    /** {@code POST /2/oauth2/token}: a code or a refresh token for a new pair. */
    Answer token(Call call) {
        if (!call.hasType("application/x-www-form-urlencoded")) {
            throw error(400, "invalid_request", "The content type must be application/x-www-form-urlencoded.");
        }
        Parameters form = call.form();
        String client = client(call, form);
        return switch (form.first("grant_type").orElse("")) {
            case "authorization_code" -> exchange(form, client);
            case "refresh_token" -> refresh(form, client);
            default -> throw error(400, "unsupported_grant_type", "Value passed for the grant type was invalid.");
        };
    }

    /** {@code POST /2/oauth2/revoke}. */
    Answer revoke(Call call) {
        Parameters form = call.form();
        client(call, form);
        String token = form.first("token")
                .orElseThrow(() -> error(400, "invalid_request", "Missing required parameter [token]."));
        tokens.revoke(token);
        refreshes.remove(token);
        return Answer.json(200, Json.object().put("revoked", true));
    }

    private Answer exchange(Parameters form, String client) {
        String given = form.first("code").orElse("");
        Code code = Optional.ofNullable(codes.get(given))
                .filter(known ->
                        known.client().equals(client) && clock.instant().isBefore(known.dies()))
                .orElseThrow(
                        () -> error(400, "invalid_request", "Value passed for the authorization code was invalid."));
        if (!form.first("redirect_uri").orElse("").equals(code.redirectUri())) {
            throw error(
                    400,
                    "invalid_request",
                    "Value passed for the redirect uri did not match the uri of the authorization code.");
        }
        String verifier = form.first("code_verifier").orElse("");
        if (!code.challenge().equals(code.method().equals("S256") ? s256(verifier) : verifier)) {
            throw error(400, "invalid_request", "Value passed for the code verifier did not match the code challenge.");
        }
        codes.remove(given);
        return pair(client, code.scopes());
    }

    private Answer refresh(Parameters form, String client) {
        String given = form.first("refresh_token").orElse("");
        Refresh refresh = Optional.ofNullable(refreshes.get(given))
                .filter(known -> known.client().equals(client))
                .orElseThrow(() -> error(400, "invalid_request", "Value passed for the token was invalid."));
        refreshes.remove(given);
        return pair(client, refresh.scopes());
    }

    private Answer pair(String client, Set<String> scopes) {
        String access =
                tokens.issue(TwitterAccount.NEWS, scopes, clock.instant().plus(ACCESS_LIFE));
        ObjectNode answer = Json.object()
                .put("token_type", "bearer")
                .put("expires_in", ACCESS_LIFE.toSeconds())
                .put("access_token", access)
                .put("scope", String.join(" ", scopes));
        if (scopes.contains("offline.access")) {
            String next = TwitterTokens.random("sandbox-refresh-");
            refreshes.put(next, new Refresh(client, scopes));
            if (client.equals(TwitterApp.CLIENT_ID)) {
                app.newestRefreshToken(next);
            }
            answer.put("refresh_token", next);
        }
        return Answer.json(200, answer);
    }

    /** Basic is what the confidential client must send and the public one must not. */
    private static String client(Call call, Parameters form) {
        String named = form.first("client_id").orElse("");
        Optional<String> basic = call.authorization("Basic");
        if (basic.isEmpty() && named.equals(TwitterApp.PUBLIC_CLIENT_ID)) {
            return named;
        }
        String expected = Base64.getEncoder()
                .encodeToString(
                        (TwitterApp.CLIENT_ID + ":" + TwitterApp.CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        if (basic.filter(expected::equals).isPresent() && (named.isEmpty() || named.equals(TwitterApp.CLIENT_ID))) {
            return TwitterApp.CLIENT_ID;
        }
        throw error(401, "unauthorized_client", "Missing valid authorization header");
    }

    private static String s256(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static void require(boolean holds, String parameter, String value) {
        if (!holds) {
            throw TwitterProblems.invalid(
                    parameter, value, "The `" + parameter + "` query parameter value [" + value + "] is not valid");
        }
    }

    private static Refusal error(int status, String error, String description) {
        return new Refusal(
                Answer.json(status, Json.object().put("error", error).put("error_description", description)));
    }
}
