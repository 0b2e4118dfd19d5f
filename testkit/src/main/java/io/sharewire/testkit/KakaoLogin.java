package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Kakao Login: a page where the person at the browser consents at once, and tokens for codes and refresh tokens. */
final class KakaoLogin {

    /** What is asked for at a login that names nothing. */
    private static final List<String> USUAL = List.of("profile", "account_email", "talk_message");

    private record Code(KakaoPerson person, String redirectUri, Instant dies) {}

    private final Clock clock;
    private final KakaoApp app;
    private final KakaoRules rules;
    private final KakaoPeople people;
    private final KakaoTokens tokens;
    private final Map<String, Code> codes = new HashMap<>();

    KakaoLogin(Clock clock, KakaoApp app, KakaoRules rules, KakaoPeople people, KakaoTokens tokens) {
        this.clock = clock;
        this.app = app;
        this.rules = rules;
        this.people = people;
        this.tokens = tokens;
    }

    void reset() {
        codes.clear();
    }

    /** {@code GET /oauth/authorize}. */
    Answer authorize(Parameters query) {
        checkClient(query);
        if (!app.loginOn) {
            throw KakaoLoginErrors.invalidRequest("KOE004", "Kakao Login is not activated for this app.");
        }
        String redirectUri = query.first("redirect_uri").orElse("");
        if (!app.redirectsTo(redirectUri)) {
            throw KakaoLoginErrors.invalidRequest("KOE006", "Redirect URI mismatch.");
        }
        if (!query.first("response_type").orElse("").equals("code")) {
            throw KakaoLoginErrors.invalidRequest("KOE001", "response_type must be code.");
        }
        List<String> scopes = scopes(query);
        String back =
                query.first("state").map(state -> "&state=" + encode(state)).orElse("");
        if (app.refusing) {
            return redirect(
                    redirectUri, "error=access_denied&error_description=" + encode("User denied access") + back);
        }
        KakaoPerson person = people.atTheBrowser();
        boolean first = !person.connected;
        // Without permission the item of friends is one of "consent during use" and not shown at the first login.
        person.consent(scopes.stream()
                .filter(scope -> !(first && !app.permitted && scope.equals("friends")))
                .toList());
        person.connected(true);
        String code = KakaoTokens.random("code-");
        codes.put(code, new Code(person, redirectUri, clock.instant().plus(rules.codeLife)));
        return redirect(redirectUri, "code=" + code + back);
    }

    private List<String> scopes(Parameters query) {
        List<String> named = query.first("scope").stream()
                .flatMap(scope -> Stream.of(scope.split("[,\\s]+", -1)))
                .filter(scope -> !scope.isEmpty())
                .toList();
        Optional<String> unknown =
                named.stream().filter(scope -> !app.hasConsentItem(scope)).findFirst();
        if (unknown.isPresent()) {
            throw KakaoLoginErrors.error(
                    400, "invalid_scope", "invalid scope: " + unknown.orElseThrow() + " is not enabled", "KOE205");
        }
        return named.isEmpty() ? USUAL.stream().filter(app::hasConsentItem).toList() : named;
    }

    /** {@code GET /oauth/logout}: the account is logged out of the browser; tokens stay as they are. */
    Answer logoutPage(Parameters query) {
        checkClient(query);
        String uri = query.first("logout_redirect_uri").orElse("");
        if (!app.logsOutTo(uri)) {
            throw KakaoLoginErrors.invalidRequest("KOE007", "Logout redirect URI mismatch.");
        }
        return redirect(
                uri, query.first("state").map(state -> "state=" + encode(state)).orElse(""));
    }

    /** {@code POST /oauth/token}. */
    Answer token(Call call) {
        if (!call.method().equals("POST")) {
            throw KakaoLoginErrors.invalidRequest("KOE002", "only POST is supported");
        }
        if (!call.hasType("application/x-www-form-urlencoded")) {
            throw KakaoLoginErrors.invalidRequest("KOE001", "Content-Type must be application/x-www-form-urlencoded");
        }
        Parameters form = call.form();
        checkClient(form);
        if (app.secretActive && !form.first("client_secret").orElse("").equals(KakaoApp.SECRET)) {
            throw KakaoLoginErrors.error(
                    rules.invalidClientStatus, "invalid_client", "Bad client credentials", "KOE010");
        }
        return switch (form.first("grant_type").orElse("")) {
            case "authorization_code" -> redeem(form);
            case "refresh_token" -> refresh(form);
            default ->
                throw KakaoLoginErrors.error(
                        400, "unsupported_grant_type", "the grant type is not supported", "KOE310");
        };
    }

    private Answer redeem(Parameters form) {
        String given = form.first("code").orElse("");
        Code code = codes.get(given);
        if (code == null || !clock.instant().isBefore(code.dies())) {
            throw KakaoLoginErrors.invalidGrant("KOE320", "authorization code not found for code=" + given);
        }
        if (!form.first("redirect_uri").orElse("").equals(code.redirectUri())) {
            throw KakaoLoginErrors.invalidGrant("KOE303", "Redirect URI mismatch.");
        }
        checkLimit(code.person(), true);
        codes.remove(given);
        return tokens(code.person(), true);
    }

    private Answer refresh(Parameters form) {
        String given = form.first("refresh_token")
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> KakaoLoginErrors.invalidGrant("KOE319", "refresh_token is not supplied"));
        KakaoTokens.Token old = tokens.findRefresh(given)
                .orElseThrow(() -> KakaoLoginErrors.invalidGrant("KOE322", "expired_or_invalid_refresh_token"));
        boolean renew = tokens.isDueForRenewal(old);
        checkLimit(old.person(), renew);
        if (renew) {
            tokens.endRefresh(given);
        }
        return tokens(old.person(), renew);
    }

    private void checkLimit(KakaoPerson person, boolean withRefresh) {
        if (tokens.hasTooMany(person, withRefresh)) {
            throw KakaoLoginErrors.error(
                    rules.tokenLimitStatus, "invalid_request", "token request limit has been exceeded", "KOE237");
        }
    }

    private Answer tokens(KakaoPerson person, boolean withRefresh) {
        ObjectNode answer = Json.object()
                .put("token_type", "bearer")
                .put("access_token", tokens.issueAccess(person))
                .put("expires_in", KakaoTokens.ACCESS_LIFE.toSeconds());
        if (withRefresh) {
            answer.put("refresh_token", tokens.issueRefresh(person))
                    .put("refresh_token_expires_in", KakaoTokens.REFRESH_LIFE.toSeconds());
        }
        return KakaoErrors.json(200, answer.put("scope", String.join(" ", person.consented())));
    }

    private void checkClient(Parameters parameters) {
        String client = parameters.first("client_id").orElse("");
        if (client.equals(KakaoApp.REST_API_KEY)) {
            return;
        }
        throw KakaoApp.isKey(client)
                ? KakaoLoginErrors.invalidRequest("KOE008", "the app key is of another kind")
                : KakaoLoginErrors.error(
                        rules.invalidClientStatus, "invalid_client", "Not exist client_id [" + client + "]", "KOE101");
    }

    private static Answer redirect(String uri, String query) {
        String joint = query.isEmpty() ? "" : uri.contains("?") ? "&" : "?";
        return Answer.of(302, "text/html;charset=UTF-8", "").with("Location", uri + joint + query);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
