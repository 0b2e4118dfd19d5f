package io.sharewire.facebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Reason;
import io.sharewire.Secret;
import io.sharewire.Validation;
import io.sharewire.auth.ReconnectException;
import io.sharewire.auth.Tokens;
import io.sharewire.http.ApiClient;
import io.sharewire.http.ApiReply;
import io.sharewire.http.Redaction;
import io.sharewire.json.Json;
import io.sharewire.url.PercentEncoding;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Connects Pages: the dialog's address, the code it answers with, the person's long-lived token, the Pages with their own
 * tokens.
 *
 * <pre>{@code
 * redirect(login.dialogUrl(state));
 * Tokens person = login.exchange(login.codeOf(callback, state));
 * List<FacebookAccount> pages = login.accounts(person.access());
 * }</pre>
 *
 * <p>Only a Page's token can post, never the person's. Secrets go in bodies and headers, never in addresses. Thread-safe.
 */
public final class FacebookLogin {

    /** What posting, reading back and commenting need. */
    public static final List<String> SCOPES = List.of(
            "pages_show_list",
            "pages_read_engagement",
            "pages_manage_posts",
            "pages_read_user_content",
            "pages_manage_engagement");

    private static final String PAGE_FIELDS = "id,name,access_token,tasks";
    private static final int MAX_PAGES = 100;

    private final FacebookLoginSettings settings;
    private final FacebookApi api;
    private final Clock clock;

    private FacebookLogin(FacebookLoginSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.api = new FacebookApi(
                settings.baseUrl(),
                settings.version(),
                new AppSecretProof(settings.appSecret(), null),
                ApiClient.withTimeout(settings.timeout()),
                answer -> {});
    }

    /** The log-in of one app. */
    public static FacebookLogin of(FacebookLoginSettings settings) {
        return of(settings, Clock.systemUTC());
    }

    /** As {@link #of(FacebookLoginSettings)}, by another clock. */
    public static FacebookLogin of(FacebookLoginSettings settings, Clock clock) {
        return new FacebookLogin(settings, clock);
    }

    /**
     * Where to send the person.
     *
     * @param state random, kept by the caller until the dialog answers
     */
    public String dialogUrl(String state) {
        return dialog(state, "");
    }

    /** As {@link #dialogUrl}, asking again for what the person has declined before. */
    public String rerequestUrl(String state) {
        return dialog(state, "&auth_type=rerequest");
    }

    private String dialog(String state, String more) {
        new Validation("FacebookLogin").required("state", state).orThrow();
        return settings.dialogUrl() + "/" + settings.version() + "/dialog/oauth?client_id="
                + settings.appId() + "&redirect_uri=" + PercentEncoding.encode(settings.redirectUri()) + "&state="
                + PercentEncoding.encode(state) + "&scope=" + PercentEncoding.encode(String.join(",", SCOPES))
                + "&response_type=code" + more;
    }

    /**
     * The code in the address that the dialog came back to.
     *
     * @param callback the whole address
     * @param state as it was sent
     * @throws ReconnectException if the person declined, or the state is another: then somebody else began this log-in
     */
    public String codeOf(String callback, String state) {
        HttpUrl url = HttpUrl.parse(callback);
        if (url == null || !state.equals(url.queryParameter("state"))) {
            throw new ReconnectException(
                    Reason.UNAUTHORIZED,
                    "STATE_MISMATCH",
                    "The log-in came back with another state than it began with.");
        }
        String code = url.queryParameter("code");
        if (code == null || code.isBlank()) {
            String why = url.queryParameter("error_description");
            throw new ReconnectException(
                    Reason.UNAUTHORIZED,
                    "NOT_GRANTED",
                    "Facebook gave no access: " + (why == null ? url.queryParameter("error") : why) + ".");
        }
        return code;
    }

    /**
     * The person's long-lived token (about 60 days) for the dialog's code, which is good once.
     *
     * @throws ReconnectException if Facebook does not give one
     */
    public Tokens exchange(String code) {
        Tokens shortLived =
                token(app().with("redirect_uri", settings.redirectUri()).with("code", code), "the code");
        return prolong(shortLived.access());
    }

    /**
     * A token of the person for 60 more days; one that has expired cannot be prolonged.
     *
     * @throws ReconnectException if Facebook does not give one
     */
    public Tokens prolong(Secret userToken) {
        return token(
                app().with("grant_type", "fb_exchange_token").with("fb_exchange_token", userToken.reveal()),
                "the person's token");
    }

    /**
     * The Pages of a person, all of them, those without a token too: {@link FacebookAccount#problem} tells. A Page of a
     * business portfolio may be missing; ask for it by {@link #account}.
     *
     * @throws ReconnectException if they cannot be read
     */
    public List<FacebookAccount> accounts(Secret userToken) {
        List<FacebookAccount> accounts = new ArrayList<>();
        String after = null;
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("fields", PAGE_FIELDS);
            query.put("limit", "100");
            if (after != null) {
                query.put("after", after);
            }
            FacebookAccounts page = require(
                    api.get("me/accounts", query, userToken),
                    FacebookAccounts.class,
                    FacebookAccounts::error,
                    "The person's Pages",
                    userToken);
            if (page.data() != null) {
                page.data().forEach(entry -> entry.toAccount().ifPresent(accounts::add));
            }
            after = page.next();
            if (after == null) {
                return List.copyOf(accounts);
            }
        }
        throw new ReconnectException(
                Reason.UNAVAILABLE, "TOO_MANY_PAGES", "The list of the person's Pages did not end.");
    }

    /**
     * One Page by its id.
     *
     * @throws ReconnectException if it cannot be read
     */
    public FacebookAccount account(String pageId, Secret userToken) {
        new Validation("FacebookLogin")
                .check(FacebookSettings.isId(pageId), "pageId must be the Page's numeric id, not '" + pageId + "'")
                .orThrow();
        return require(
                        api.get(pageId, Map.of("fields", PAGE_FIELDS), userToken),
                        FacebookAccounts.Entry.class,
                        FacebookAccounts.Entry::error,
                        "The Page " + pageId,
                        userToken)
                .toAccount()
                .orElseThrow(() -> new ReconnectException(
                        Reason.UNAVAILABLE, "NO_PAGE", "Facebook told nothing about the Page " + pageId + "."));
    }

    private FacebookForm app() {
        return new FacebookForm()
                .with("client_id", settings.appId())
                .with("client_secret", settings.appSecret().reveal());
    }

    private Tokens token(FacebookForm form, String what) {
        Granted granted = require(
                api.postWithoutToken("oauth/access_token", form), Granted.class, Granted::error, "A token for " + what);
        if (granted.accessToken() == null || granted.accessToken().isBlank()) {
            throw new ReconnectException(
                    Reason.UNAVAILABLE, "NO_TOKEN", "Facebook answered without a token for " + what + ".");
        }
        return new Tokens(
                Secret.of(granted.accessToken()),
                null,
                granted.seconds() == null ? null : clock.instant().plusSeconds(granted.seconds()),
                Set.of());
    }

    /** {@code {"access_token":"…","token_type":"bearer","expires_in":5183944}}; the last may be absent. */
    private record Granted(
            @JsonProperty("access_token") @Nullable String accessToken,
            @JsonProperty("expires_in") @Nullable Long seconds,
            @Nullable FacebookError error) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Granted[" + seconds + " s]";
        }
    }

    private <T> T require(
            ApiReply reply, Class<T> type, Function<T, @Nullable FacebookError> errorOf, String what, Secret... sent) {
        T said = reply instanceof ApiReply.Answer answer
                ? Json.read(answer.body(), type).orElse(null)
                : null;
        FacebookError error = said == null ? null : errorOf.apply(said);
        if (error != null) {
            List<Secret> secrets = new ArrayList<>(List.of(sent));
            secrets.add(settings.appSecret());
            throw new ReconnectException(
                    Reason.UNAUTHORIZED,
                    error.label(),
                    what + " was refused, error " + error.label() + ": " + Redaction.redact(error.describe(), secrets)
                            + ".");
        }
        if (said == null || !((ApiReply.Answer) reply).isSuccess()) {
            throw new ReconnectException(
                    Reason.UNAVAILABLE, "NO_ANSWER", what + " could not be asked for: Facebook gave no answer to it.");
        }
        return said;
    }

    @Override
    public String toString() {
        return "FacebookLogin[app " + settings.appId() + "]";
    }
}
