package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The app as it is set up in Kakao's developer console: keys, addresses, consent items, templates, webhook.
 *
 * <p>Safe for use by many threads.
 */
public final class KakaoApp {

    static final List<String> SCOPES = List.of("profile", "account_email", "talk_message", "friends");
    static final String REST_API_KEY = "sandbox-kakao-rest-api-key";
    static final String JAVASCRIPT_KEY = "sandbox-kakao-javascript-key";
    static final String ADMIN_KEY = "sandbox-kakao-admin-key";
    static final String SECRET = "sandbox-kakao-client-secret";
    static final int ID = 1_234_567;

    private static final String CALLBACK = "https://newsroom.example/callback";
    private static final Set<String> CONSOLE_TYPES = Set.of("feed", "list", "commerce");

    /** A template made in the console; its purpose decides which API may send it. */
    record ConsoleTemplate(boolean forMessages, ObjectNode json) {}

    /** Where Kakao tells of shares, and by which method. */
    record Webhook(String url, String method) {}

    final KakaoDomains javascriptDomains = new KakaoDomains();
    final KakaoDomains productLinks = new KakaoDomains();
    volatile boolean loginOn;
    volatile boolean secretActive;
    volatile boolean permitted;
    volatile boolean refusing;
    volatile @Nullable Webhook webhook;
    private volatile Set<String> redirectUris = Set.of();
    private volatile Set<String> logoutUris = Set.of();
    private volatile Set<String> allowedIps = Set.of();
    private final Set<String> consentItems = ConcurrentHashMap.newKeySet();
    private final Map<Long, ConsoleTemplate> templates = new HashMap<>();

    KakaoApp() {
        reset();
    }

    synchronized void reset() {
        loginOn = true;
        secretActive = true;
        permitted = true;
        refusing = false;
        webhook = null;
        redirectUris(CALLBACK);
        logoutRedirectUris(CALLBACK);
        allowedIps();
        javascriptDomains();
        productLinks();
        consentItems.addAll(SCOPES);
        templates.clear();
    }

    /** The app's number. */
    public int id() {
        return ID;
    }

    /** The key that logs people in: the {@code client_id} of OAuth. */
    public String restApiKey() {
        return REST_API_KEY;
    }

    /** The key that stands in pages: the {@code app_key} of shares. */
    public String javascriptKey() {
        return JAVASCRIPT_KEY;
    }

    /** The primary admin key, which comes with webhooks and must never be in a page. */
    public String adminKey() {
        return ADMIN_KEY;
    }

    /** The secret of the REST API key. */
    public String clientSecret() {
        return SECRET;
    }

    /** Whether the secret must come with every token request; at first it must. */
    public void secretActive(boolean yes) {
        secretActive = yes;
    }

    /** Whether Kakao Login is switched on; at first it is. */
    public void loginOn(boolean yes) {
        loginOn = yes;
    }

    /** Whether a person who comes to the login page refuses; at first the person agrees. */
    public void denyConsent(boolean yes) {
        refusing = yes;
    }

    /** Registers these redirect addresses instead; at first {@code https://newsroom.example/callback}. */
    public void redirectUris(String... uris) {
        redirectUris = Set.of(uris);
    }

    /** Registers these addresses to go to after a logout instead; at first the same as after a login. */
    public void logoutRedirectUris(String... uris) {
        logoutUris = Set.of(uris);
    }

    /** Registers the domains on whose pages the JavaScript key is good; while there is none, every domain is. */
    public void javascriptDomains(String... domains) {
        javascriptDomains.register(domains);
    }

    /** Registers the domains that messages may link to, the default one first; while there is none, all may be. */
    public void productLinks(String... domains) {
        productLinks.register(domains);
    }

    /** Lets only these addresses call kapi; the sandbox's own callers come from 127.0.0.1. None means all. */
    public void allowedIps(String... addresses) {
        allowedIps = Set.of(addresses);
    }

    /** Switches a consent item on or off, such as {@code talk_message} or {@code friends}; at first all are on. */
    public void consentItem(String scope, boolean on) {
        if (!SCOPES.contains(scope)) {
            throw new IllegalArgumentException("consentItem: no such item: " + scope + "; there are " + SCOPES);
        }
        if (on) {
            consentItems.add(scope);
        } else {
            consentItems.remove(scope);
        }
    }

    /** Whether the app has permission to see and reach friends outside its team; at first it has. */
    public void permission(boolean yes) {
        permitted = yes;
    }

    /** Tells this address of shares, by {@code GET} or {@code POST}. */
    public void webhook(String url, String method) {
        if (!method.equals("GET") && !method.equals("POST")) {
            throw new IllegalArgumentException("webhook: the method is GET or POST, not " + method);
        }
        webhook = new Webhook(url, method);
    }

    /** Adds a feed, list or commerce template for messages, with {@code ${name}} where arguments go. */
    public void messageTemplate(long id, String json) {
        addTemplate(id, true, json);
    }

    /** Adds a feed, list or commerce template for shares, with {@code ${name}} where arguments go. */
    public void shareTemplate(long id, String json) {
        addTemplate(id, false, json);
    }

    private synchronized void addTemplate(long id, boolean forMessages, String json) {
        ObjectNode template = Json.readObject(json)
                .filter(KakaoSchema::isGood)
                .filter(good -> CONSOLE_TYPES.contains(good.path("object_type").asText()))
                .orElseThrow(() -> new IllegalArgumentException("no good feed, list or commerce template: " + json));
        templates.put(id, new ConsoleTemplate(forMessages, template));
    }

    synchronized Optional<ConsoleTemplate> template(long id) {
        return Optional.ofNullable(templates.get(id));
    }

    boolean hasConsentItem(String scope) {
        return consentItems.contains(scope);
    }

    boolean redirectsTo(String uri) {
        return redirectUris.contains(uri);
    }

    boolean logsOutTo(String uri) {
        return logoutUris.contains(uri);
    }

    boolean admits(String ip) {
        return allowedIps.isEmpty() || allowedIps.contains(ip);
    }

    /** Whether this is a key of the app, of whatever kind. */
    static boolean isKey(String key) {
        return Set.of(REST_API_KEY, JAVASCRIPT_KEY, ADMIN_KEY).contains(key);
    }
}
