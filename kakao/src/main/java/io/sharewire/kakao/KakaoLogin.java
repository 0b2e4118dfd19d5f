package io.sharewire.kakao;

import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.Validation;
import io.sharewire.auth.ReconnectException;
import io.sharewire.auth.TokenRefresher;
import io.sharewire.auth.Tokens;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Connects an account by Kakao Login, and renews its tokens.
 *
 * <pre>{@code
 * KakaoLogin login = KakaoLogin.builder(restApiKey).clientSecret(secret).build();
 * KakaoLogin.Consent consent = login.begin("https://newsroom.example/kakao/callback"); // keep it; open consent.url()
 * store.save("kakao", login.finish(consent, addressTheBrowserCameBackTo));
 * KakaoSettings.builder(new RefreshingToken("kakao", store, login, Clock.systemUTC()));
 * }</pre>
 *
 * <p>With a REST API key an access token lives about six hours, a refresh token about 60 days. In the last month of the
 * latter Kakao replaces it, and the old one is dead: a new pair has to be stored before it is used, which {@link
 * io.sharewire.auth.RefreshingToken} does. Kakao gives an account at most 20 access tokens in ten minutes; more are not
 * asked for. Thread-safe.
 */
public final class KakaoLogin implements TokenRefresher {

    /** What is asked for by itself: sending. Messages to friends need {@code friends} too, asked for by itself later. */
    public static final Set<String> SCOPES = Set.of("talk_message");

    private static final List<String> PROMPTS = List.of("login", "none", "select_account", "create");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpUrl baseUrl;
    private final Set<String> scopes;
    private final @Nullable String prompt;
    private final Clock clock;
    private final KakaoTokenEndpoint endpoint;
    private final TokenLimit limit = new TokenLimit();

    private KakaoLogin(Builder builder) {
        this.baseUrl = HttpUrl.get(builder.baseUrl);
        this.scopes = builder.scopes;
        this.prompt = builder.prompt;
        this.clock = builder.clock;
        this.endpoint = new KakaoTokenEndpoint(
                builder.baseUrl, builder.restApiKey, builder.clientSecret, builder.timeout, builder.clock);
    }

    /**
     * Starts a log-in for the app with this key.
     *
     * @param restApiKey the REST API key; not the native, JavaScript or admin key
     */
    public static Builder builder(String restApiKey) {
        return new Builder(restApiKey);
    }

    /**
     * A consent that was asked for; kept until the browser comes back.
     *
     * @param url where the user consents, a page of Kakao
     * @param redirectUri where the browser comes back to
     * @param state what it brings back, so that nobody else's consent is taken for this one
     * @param scopes what was asked for
     */
    public record Consent(String url, String redirectUri, String state, Set<String> scopes) {

        /** Takes a copy. */
        public Consent {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * The first step: the page to open.
     *
     * @param redirectUri one that is registered with the key, to the letter
     */
    public Consent begin(String redirectUri) {
        return begin(redirectUri, scopes);
    }

    /**
     * Asks for more than before: the first step again, with the scopes that are missing. {@code friends} can only be asked
     * for like this until Kakao has granted the app its permission.
     *
     * @param missing such as {@code friends}
     */
    public Consent begin(String redirectUri, Collection<String> missing) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return begin(
                redirectUri, missing, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    Consent begin(String redirectUri, Collection<String> asked, String state) {
        HttpUrl.Builder url = baseUrl.newBuilder()
                .addPathSegments("oauth/authorize")
                .addQueryParameter("response_type", "code")
                .addQueryParameter("client_id", endpoint.restApiKey())
                .addQueryParameter("redirect_uri", redirectUri)
                .addQueryParameter("state", state);
        if (!asked.isEmpty()) {
            url.addQueryParameter("scope", String.join(",", asked));
        }
        if (prompt != null) {
            url.addQueryParameter("prompt", prompt);
        }
        return new Consent(url.build().toString(), redirectUri, state, new LinkedHashSet<>(asked));
    }

    /**
     * The second step: the tokens. Kakao's code works once and for a few minutes.
     *
     * @param cameBackTo the whole address the browser came back to, or its part from {@code ?} on
     * @throws ReconnectException if the user refused, the answer is to another consent, Kakao refused the code, or a scope
     *     that was asked for is missing
     */
    public Tokens finish(Consent consent, String cameBackTo) {
        HttpUrl answer = query(cameBackTo);
        if (!consent.state().equals(answer.queryParameter("state"))) {
            throw refused("STATE_MISMATCH", "The answer does not belong to the consent that was asked for.");
        }
        String error = answer.queryParameter("error");
        if (error != null) {
            throw refused(
                    error.equals("access_denied") ? "ACCESS_DENIED" : "CONSENT_FAILED", "The consent was refused.");
        }
        String code = answer.queryParameter("code");
        if (code == null || code.isBlank()) {
            throw refused("NO_CODE", "Kakao sent the browser back without a code.");
        }
        Map<String, String> grant = new LinkedHashMap<>();
        grant.put("redirect_uri", consent.redirectUri());
        grant.put("code", code);
        Tokens tokens = endpoint.tokens("authorization_code", grant, null, consent.scopes());
        requireScopes(consent.scopes(), tokens);
        return tokens;
    }

    /**
     * New tokens for old ones.
     *
     * <p>Kakao gives a new refresh token only in the last month of the old one; otherwise the old one is kept.
     */
    @Override
    public Tokens refresh(Tokens old) {
        Secret refresh = old.refresh();
        if (refresh == null) {
            throw refused("NO_REFRESH_TOKEN", "There is no refresh token.");
        }
        Instant until = limit.heldUntil(refresh, clock.instant()).orElse(null);
        if (until != null) {
            throw new ReconnectException(
                    Reason.RATE_LIMITED,
                    "KOE237",
                    "Kakao Login was not asked for tokens: it gives an account 20 in ten minutes.",
                    "Wait until then; a token is good for six hours.",
                    until);
        }
        try {
            Tokens fresh =
                    endpoint.tokens("refresh_token", Map.of("refresh_token", refresh.reveal()), refresh, old.scopes());
            limit.given(fresh.refresh() == null ? refresh : fresh.refresh(), clock.instant());
            return fresh;
        } catch (ReconnectException e) {
            if (e.toResult() instanceof Rejected rejected && rejected.retryAfter() != null) {
                limit.refused(refresh, rejected.retryAfter());
            }
            throw e;
        }
    }

    private static void requireScopes(Set<String> asked, Tokens tokens) {
        Set<String> missing = new LinkedHashSet<>(asked);
        missing.removeAll(tokens.scopes());
        if (!missing.isEmpty()) {
            throw refused(
                    "SCOPES_MISSING",
                    "The account was connected without " + String.join(", ", missing)
                            + ": switch it on under the consent items in Kakao's developer console, and consent again.");
        }
    }

    /** The parameters of an address, or of its part from {@code ?} on. */
    private static HttpUrl query(String addressOrQuery) {
        String query = addressOrQuery.substring(addressOrQuery.indexOf('?') + 1);
        int fragment = query.indexOf('#');
        return HttpUrl.get("https://callback.invalid/")
                .newBuilder()
                .encodedQuery(fragment < 0 ? query : query.substring(0, fragment))
                .build();
    }

    private static ReconnectException refused(String code, String message) {
        return new ReconnectException(Reason.UNAUTHORIZED, code, message);
    }

    /** Without the key, which is not secret but need not be in logs either. */
    @Override
    public String toString() {
        return "KakaoLogin[" + baseUrl + "]";
    }

    /** Collects a log-in; not thread-safe. */
    public static final class Builder {

        private final String restApiKey;
        private @Nullable Secret clientSecret;
        private Set<String> scopes = SCOPES;
        private @Nullable String prompt;
        private String baseUrl = "https://kauth.kakao.com";
        private Duration timeout = Duration.ofSeconds(30);
        private Clock clock = Clock.systemUTC();

        private Builder(String restApiKey) {
            this.restApiKey = restApiKey;
        }

        /** The secret of the key; default none. New keys have one switched on. */
        public Builder clientSecret(@Nullable Secret secret) {
            clientSecret = secret;
            return this;
        }

        /**
         * What {@link KakaoLogin#begin(String)} asks for; default {@link KakaoLogin#SCOPES}. None at all has Kakao ask for
         * what its console says.
         */
        public Builder scopes(Collection<String> asked) {
            scopes = new LinkedHashSet<>(asked);
            return this;
        }

        /** {@code login}, {@code none}, {@code select_account} or {@code create}; default null, Kakao's own way. */
        public Builder prompt(@Nullable String how) {
            prompt = how;
            return this;
        }

        /** Where users consent and tokens come from; default {@code https://kauth.kakao.com}. */
        public Builder baseUrl(String url) {
            baseUrl = url;
            return this;
        }

        /** How long to wait for an answer; default 30 s. */
        public Builder timeout(Duration answer) {
            timeout = answer;
            return this;
        }

        /** The clock that tokens die by; default the system's. */
        public Builder clock(Clock ticking) {
            clock = ticking;
            return this;
        }

        /**
         * The log-in.
         *
         * @throws IllegalArgumentException with everything that is wrong with it
         */
        public KakaoLogin build() {
            new Validation("KakaoLogin")
                    .required("restApiKey", restApiKey)
                    .check(
                            prompt == null || PROMPTS.contains(prompt),
                            "prompt must be one of " + String.join(", ", PROMPTS) + ", not '" + prompt + "'")
                    .baseUrl("baseUrl", baseUrl)
                    .check(timeout.toMillis() > 0, "timeout must be above 0")
                    .orThrow();
            return new KakaoLogin(this);
        }
    }
}
