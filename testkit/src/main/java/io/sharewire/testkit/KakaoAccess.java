package io.sharewire.testkit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Who calls kapi, and whether the app and the person let it be. */
final class KakaoAccess {

    /** The sandbox listens on loopback alone. */
    private static final String CALLER_IP = "127.0.0.1";

    private final KakaoApp app;
    private final KakaoPeople people;
    private final KakaoTokens tokens;

    KakaoAccess(KakaoApp app, KakaoPeople people, KakaoTokens tokens) {
        this.app = app;
        this.people = people;
        this.tokens = tokens;
    }

    /** The person for whom the call is made, by a token, or by the admin key and a {@code target_id}. */
    KakaoPerson person(Call call, KakaoEndpoint endpoint) {
        boolean byAdmin = endpoint.caller() == KakaoEndpoint.Caller.PERSON_OR_ADMIN
                && call.authorization("KakaoAK")
                        .filter(KakaoApp.ADMIN_KEY::equals)
                        .isPresent();
        KakaoPerson person = byAdmin ? target(call) : token(call).person();
        checkIp(byAdmin ? "KakaoAK" : "Bearer");
        if (!endpoint.scope().isEmpty()) {
            if (!app.hasConsentItem(endpoint.scope())) {
                throw KakaoErrors.consentItemOff(endpoint.scope(), endpoint.apiType());
            }
            if (!person.hasConsented(endpoint.scope())) {
                throw KakaoErrors.notConsented(endpoint.scope(), endpoint.apiType(), person.consented());
            }
        }
        return person;
    }

    /** The good token of the call. */
    KakaoTokens.Token token(Call call) {
        KakaoTokens.Token token =
                call.authorization("Bearer").flatMap(tokens::find).orElseThrow(KakaoErrors::unknownToken);
        if (tokens.isOver(token)) {
            throw KakaoErrors.expiredToken();
        }
        return token;
    }

    /** Checks that the call comes from a page on which the JavaScript key is good. */
    void page(Call call) {
        String key = call.authorization("KakaoAK").orElse("");
        if (!key.equals(KakaoApp.JAVASCRIPT_KEY)) {
            throw KakaoErrors.unauthorized("KakaoAK", "wrong appKey(" + key + ") format");
        }
        String agent = call.header("KA").orElseThrow(() -> KakaoErrors.badHeader("KA Header is empty or null"));
        String origin = origin(agent).orElse("");
        if (!app.javascriptDomains.covers(origin)) {
            throw KakaoErrors.unauthorized(
                    "KakaoAK", "domain mismatched! caller=" + origin + ". check out registered web domains.");
        }
        checkIp("KakaoAK");
    }

    /** The page's origin as the {@code KA} header or field tells it. */
    static Optional<String> origin(String agent) {
        return Stream.of(agent.split(" ", -1))
                .filter(pair -> pair.startsWith("origin/"))
                .map(pair -> decoded(pair.substring("origin/".length())))
                .findFirst();
    }

    private static String decoded(String origin) {
        try {
            return URLDecoder.decode(origin, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return origin;
        }
    }

    private KakaoPerson target(Call call) {
        Parameters given = call.query().and(call.form());
        String id = given.first("target_id")
                .filter(value -> value.matches("\\d{1,18}"))
                .orElseThrow(() -> KakaoErrors.badParameter("The Parameter [target_id] cannot be null."));
        if (!given.first("target_id_type").orElse("").equals("user_id")) {
            throw KakaoErrors.badParameter("The Parameter [target_id_type] must be user_id.");
        }
        return people.byId(Long.parseLong(id))
                .filter(person -> person.connected)
                .orElseThrow(KakaoErrors::notLinked);
    }

    private void checkIp(String scheme) {
        if (!app.admits(CALLER_IP)) {
            throw KakaoErrors.unauthorized(
                    scheme, "ip mismatched! callerIp=" + CALLER_IP + ". check out registered ips.");
        }
    }
}
