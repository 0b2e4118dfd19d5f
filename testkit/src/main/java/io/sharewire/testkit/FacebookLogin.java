package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Facebook Login: the dialog that gives a code, and the exchanges of codes and tokens for tokens.
 *
 * <p>Safe for use by many threads.
 */
public final class FacebookLogin {

    private static final Duration SHORT = Duration.ofMinutes(90);
    private static final Duration LONG = Duration.ofDays(60);

    private final FacebookTokens tokens;
    private final Map<String, String> codes = new HashMap<>();
    private int count;
    private boolean declines;

    FacebookLogin(FacebookTokens tokens) {
        this.tokens = tokens;
    }

    /** The code that the dialog gives to this address when the person agrees; good once. */
    public synchronized String authorize(String redirectUri) {
        String code = "AQDtestCode" + ++count;
        codes.put(code, redirectUri);
        return code;
    }

    /** Whether the person closes the dialog without agreeing; at first not. */
    public synchronized void declines(boolean yes) {
        declines = yes;
    }

    synchronized void reset() {
        codes.clear();
        count = 0;
        declines = false;
    }

    /** The dialog, for a person who agrees, or not, without looking. */
    synchronized Answer dialog(GraphInput input) {
        checkApp(input);
        String redirectUri = input.text("redirect_uri")
                .orElseThrow(() -> GraphErrors.invalidParameter("The redirect_uri is missing")
                        .refuse());
        String state =
                input.text("state").map(value -> "&state=" + encode(value)).orElse("");
        String answer = declines
                ? "error=access_denied&error_reason=user_denied&error_code=200&error_description=Permissions+error"
                : "code=" + encode(authorize(redirectUri));
        String joint = redirectUri.contains("?") ? "&" : "?";
        return Answer.of(302, "text/html; charset=UTF-8", "").with("Location", redirectUri + joint + answer + state);
    }

    /** {@code /oauth/access_token}: a code, or a token of a person, or the app's secret, for a token. */
    synchronized Answer exchange(GraphInput input) {
        checkApp(input);
        if (!input.text("client_secret").orElse("").equals(FacebookTokens.APP_SECRET)) {
            throw GraphErrors.error(400, 1, "Error validating client secret.").refuse();
        }
        return switch (input.text("grant_type").orElse("authorization_code")) {
            case "fb_exchange_token" -> prolong(input);
            case "client_credentials" ->
                Answer.json(
                        200,
                        Json.object()
                                .put("access_token", FacebookTokens.APP + "|" + FacebookTokens.APP_SECRET)
                                .put("token_type", "bearer"));
            case "authorization_code" -> redeem(input);
            default -> throw GraphErrors.invalidParameter("Unknown grant_type").refuse();
        };
    }

    private Answer redeem(GraphInput input) {
        String code = input.text("code")
                .orElseThrow(() ->
                        GraphErrors.error(400, 1, "Missing authorization code").refuse());
        String redirectUri = codes.get(code);
        if (redirectUri == null) {
            boolean used = code.matches("AQDtestCode\\d{1,9}") && Integer.parseInt(code.substring(11)) <= count;
            throw GraphErrors.error(
                            400,
                            100,
                            used ? "This authorization code has been used." : "Invalid verification code format.")
                    .subcode(36009)
                    .refuse();
        }
        if (!redirectUri.equals(input.text("redirect_uri").orElse(""))) {
            throw GraphErrors.error(
                            400,
                            100,
                            "Error validating verification code. Please make sure your redirect_uri is identical to the"
                                    + " one you used in the OAuth dialog request")
                    .subcode(36008)
                    .refuse();
        }
        codes.remove(code);
        return token(SHORT);
    }

    private Answer prolong(GraphInput input) {
        Optional<FacebookToken> old = input.text("fb_exchange_token")
                .flatMap(tokens::find)
                .filter(token ->
                        token.isFor(FacebookToken.Kind.USER) && token.app().equals(FacebookTokens.APP));
        FacebookToken token = old.orElseThrow(
                () -> GraphErrors.error(400, 190, "Invalid OAuth access token - Cannot parse access token")
                        .refuseToken());
        tokens.trouble(token).ifPresent(error -> {
            throw error.refuseToken();
        });
        return token(LONG);
    }

    private Answer token(Duration life) {
        FacebookToken token = tokens.issueToPerson(life);
        ObjectNode json = Json.object().put("access_token", token.value()).put("token_type", "bearer");
        return Answer.json(200, json.put("expires_in", life.toSeconds()));
    }

    private static void checkApp(GraphInput input) {
        if (!input.text("client_id").orElse("").equals(FacebookTokens.APP)) {
            throw GraphErrors.error(400, 101, "Error validating application. Invalid application ID.")
                    .refuse();
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
