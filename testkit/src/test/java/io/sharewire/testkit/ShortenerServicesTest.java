package io.sharewire.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bitly, TinyURL, YOURLS, Kutt and Rebrandly; Shlink has {@link ShortenerSimulatorTest}. */
class ShortenerServicesTest {

    private static final String URL = "https://news.example/a?x=1";

    private static Sandbox sandbox;
    private static ShortenerSimulator shortener;
    private static Http http;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        shortener = sandbox.shortener();
        http = new Http(shortener.baseUrl(), "");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    private static Http.Reply post(String path, String header, String value, String json) throws IOException {
        return http.send(http.request(path)
                .header(header, value)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private static Http.Reply bitly(String json) throws IOException {
        return post("/v4/shorten", "Authorization", "Bearer " + shortener.apiKey(), json);
    }

    private static Http.Reply tinyUrl(String json) throws IOException {
        return post("/create", "Authorization", "Bearer " + shortener.apiKey(), json);
    }

    private static Http.Reply kutt(String json) throws IOException {
        return post("/api/v2/links", "X-API-KEY", shortener.apiKey(), json);
    }

    private static Http.Reply rebrandly(String json) throws IOException {
        return post("/v1/links", "apikey", shortener.apiKey(), json);
    }

    private static Http.Reply yourls(String... fields) throws IOException {
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("action", "shorturl", "format", "json", "url", URL, "signature", shortener.apiKey()));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        form.values().removeIf(String::isEmpty);
        return http.postForm("/yourls-api.php", form);
    }

    @Test
    void bitlyAnswers201FirstAnd200OnRepeat() throws IOException {
        Http.Reply first = bitly("{\"long_url\":\"" + URL + "\",\"domain\":\"bit.ly\"}");
        Http.Reply again = bitly("{\"long_url\":\"" + URL + "\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(first.json().path("long_url").asText()).isEqualTo(URL);
        assertThat(first.json().path("id").asText()).startsWith("bit.ly/");
        assertLeads(first.json().path("link").asText());
    }

    @Test
    void bitlyGivesAnAddressBackInItsOwnSpelling() throws IOException {
        assertThat(bitly("{\"long_url\":\"https://news.example/%7Ea\"}")
                        .json()
                        .path("long_url")
                        .asText())
                .isEqualTo("https://news.example/~a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"long_url":"nonsense"}                                    | 400 | INVALID_ARG_LONG_URL
            {}                                                         | 400 | INVALID_ARG_LONG_URL
            {"long_url":"https://a.example/","domain":"evil.example"}  | 400 | INVALID_ARG_DOMAIN
            {"long_url":"https://a.example/","group_guid":"Bother"}    | 403 | FORBIDDEN
            """)
    void bitlyNamesWhatIsWrong(String body, int status, String message) throws IOException {
        Http.Reply reply = bitly(body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("message").asText()).isEqualTo(message);
    }

    @Test
    void bitlyRefusesALinkThatIsShortAlready() throws IOException {
        String link =
                bitly("{\"long_url\":\"" + URL + "\"}").json().path("link").asText();

        assertThat(bitly("{\"long_url\":\"" + link + "\"}")
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("ALREADY_A_BITLY_LINK");
    }

    @Test
    void tinyUrlMakesANewLinkEachTimeAndGivesAnAliasOutOnce() throws IOException {
        Http.Reply first = tinyUrl("{\"url\":\"" + URL + "\"}");
        Http.Reply second = tinyUrl("{\"url\":\"" + URL + "\"}");
        Http.Reply named = tinyUrl("{\"url\":\"" + URL + "\",\"alias\":\"budget\"}");
        Http.Reply taken = tinyUrl("{\"url\":\"" + URL + "\",\"alias\":\"budget\"}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("data")).isNotEqualTo(second.json().path("data"));
        assertThat(named.json().at("/data/alias").asText()).isEqualTo("budget");
        assertLeads(named.json().at("/data/tiny_url").asText());
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.json().path("code").asInt()).isEqualTo(5);
        assertThat(taken.json().path("data").isArray()).isTrue();
        assertThat(tinyUrl("{\"url\":\"" + URL + "\",\"alias\":\"abcd\"}").status())
                .as("an alias of four characters")
                .isEqualTo(422);
    }

    @Test
    void tinyUrlReadsAnAliasOfThisAccountBack() throws IOException {
        Http mine = http.as("Bearer " + shortener.apiKey());
        tinyUrl("{\"url\":\"" + URL + "\",\"alias\":\"budget\"}");
        shortener.occupy("tinyurl", "theirs", "https://elsewhere.example/");

        assertThat(mine.get("/alias/tinyurl.com/budget").json().at("/data/url").asText())
                .isEqualTo(URL);
        assertThat(mine.get("/alias/tinyurl.com/theirs").status()).isEqualTo(404);
        assertThat(mine.get("/alias/other.example/budget").status()).isEqualTo(404);
        assertThat(http.get("/alias/tinyurl.com/budget").status()).isEqualTo(401);
    }

    @Test
    void yourlsAnswers400WithTheLinkThatExists() throws IOException {
        Http.Reply first = yourls("title", "A title");
        Http.Reply again = yourls();

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("statusCode").asText()).isEqualTo("200");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().path("status").asText()).isEqualTo("fail");
        assertThat(again.json().path("code").asText()).isEqualTo("error:url");
        assertThat(again.json().path("shorturl")).isEqualTo(first.json().path("shorturl"));
        assertThat(again.json().at("/url/url").asText()).isEqualTo(URL);
        assertLeads(first.json().path("shorturl").asText());
    }

    @Test
    void yourlsGivesAKeywordOutOnceAndNeedsAnAddress() throws IOException {
        yourls("keyword", "budget");

        assertThat(yourls("keyword", "budget", "url", "https://news.example/b")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("error:keyword");
        assertThat(yourls("url", "").json().path("code").asText()).isEqualTo("error:nourl");
        assertThat(yourls("action", "").status()).isEqualTo(400);
        assertThat(yourls("format", "").header("Content-Type")).startsWith("application/xml");
    }

    @ParameterizedTest
    @CsvSource({
        "sha256,SHA-256,0,200",
        "sha512,SHA-512,0,200",
        "'',SHA-256,0,200",
        "'',MD5,0,200",
        "md5,MD5,0,403",
        "sha256,SHA-256,43201,403",
        "sha256,SHA-512,0,403",
    })
    void yourlsChecksASignatureAndItsAge(String named, String algorithm, int age, int status) throws Exception {
        String timestamp = String.valueOf(Instant.now().getEpochSecond() - age);
        byte[] hash = MessageDigest.getInstance(algorithm)
                .digest((timestamp + shortener.apiKey()).getBytes(StandardCharsets.UTF_8));

        assertThat(yourls("timestamp", timestamp, "signature", HexFormat.of().formatHex(hash), "hash", named)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void yourlsTakesAUserWithAPassword() throws IOException {
        assertThat(yourls("signature", "", "username", shortener.yourlsUser(), "password", shortener.apiKey())
                        .status())
                .isEqualTo(200);
        assertThat(yourls("signature", "", "username", shortener.yourlsUser(), "password", "guessed")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void kuttAnswers201ForNewAnd200ForReused() throws IOException {
        Http.Reply first = kutt("{\"target\":\"" + URL + "\",\"reuse\":true}");
        Http.Reply again = kutt("{\"target\":\"" + URL + "\",\"reuse\":true}");
        Http.Reply another = kutt("{\"target\":\"" + URL + "\"}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(another.status()).isEqualTo(201);
        assertThat(another.json().path("link")).isNotEqualTo(first.json().path("link"));
        assertLeads(first.json().path("link").asText());
    }

    @Test
    void kuttAnswers500ForAnAliasInUse() throws IOException {
        kutt("{\"target\":\"" + URL + "\",\"customurl\":\"budget\"}");
        Http.Reply taken = kutt("{\"target\":\"https://news.example/b\",\"customurl\":\"budget\"}");

        assertThat(taken.status()).isEqualTo(500);
        assertThat(taken.json().path("error").asText()).isEqualTo("Custom URL is already in use.");
        assertThat(kutt("{}").json().path("error").asText()).isEqualTo("Target is missing.");
        assertThat(kutt("{\"target\":\"https://a.example/" + "a".repeat(2040) + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void rebrandlyAlwaysMakesANewLinkAndAnswers403ForASlashtagInUse() throws IOException {
        String json =
                "{\"destination\":\"" + URL + "\",\"slashtag\":\"budget\",\"domain\":{\"fullName\":\"rebrand.ly\"}}";
        Http.Reply first = rebrandly(json);
        Http.Reply taken = rebrandly(json);

        assertThat(first.status()).isEqualTo(200);
        assertLeads("http://" + first.json().path("shortUrl").asText());
        assertThat(taken.status()).isEqualTo(403);
        assertThat(taken.json().at("/errors/0/code").asText()).isEqualTo("AlreadyExists");
        assertThat(taken.json().at("/errors/0/property").asText()).isEqualTo("slashtag");
        assertThat(rebrandly("{\"destination\":\"" + URL + "\"}")
                        .json()
                        .path("slashtag")
                        .asText())
                .isNotEqualTo("budget");
    }

    @Test
    void rebrandlyFindsALinkByItsSlashtagOnly() throws IOException {
        rebrandly("{\"destination\":\"" + URL + "\",\"slashtag\":\"budget\"}");

        Http.Reply found = http.send(http.request("/v1/links?domain.fullName=rebrand.ly&slashtag=budget")
                .header("apikey", shortener.apiKey())
                .GET());
        Http.Reply none = http.send(http.request("/v1/links?domain.fullName=rebrand.ly&slashtag=other")
                .header("apikey", shortener.apiKey())
                .GET());

        assertThat(found.json().path(0).path("destination").asText()).isEqualTo(URL);
        assertThat(none.json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                          | 400
            {"destination":"nonsense"}                                  | 400
            {"destination":"https://a.example/","title":"ab"}           | 400
            {"destination":"https://a.example/","slashtag":"a b"}       | 400
            {"destination":"https://a.example/","domain":{"fullName":"x.example"}} | 403
            """)
    void rebrandlyChecksItsFields(String json, int status) throws IOException {
        assertThat(rebrandly(json).status()).isEqualTo(status);
        assertThat(shortener.posts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/v4/shorten,403", "/create,401", "/yourls-api.php,403", "/api/v2/links,401", "/v1/links,401"})
    void everyServiceWantsItsKey(String path, int status) throws IOException {
        assertThat(http.postJson(path, "{\"url\":\"" + URL + "\"}").status()).isEqualTo(status);
        assertThat(post(path, "Authorization", "Bearer wrong", "{}").status()).isEqualTo(status);
        assertThat(shortener.posts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/v4/shorten,Authorization,Bearer", "/create,Authorization,Bearer", "/api/v2/links,X-API-KEY,''"})
    void aBodyThatDoesNotSayItIsJsonIsNotRead(String path, String header, String scheme) throws IOException {
        Http.Reply reply = http.send(http.request(path)
                .header(header, (scheme + " " + shortener.apiKey()).strip())
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(
                        "{\"long_url\":\"" + URL + "\",\"url\":\"" + URL + "\",\"target\":\"" + URL + "\"}")));

        assertThat(reply.status()).isBetween(400, 422);
        assertThat(shortener.posts()).isEmpty();
    }

    @Test
    void tooManyRequestsComeWithoutATimeToWait() throws IOException {
        shortener.inject(Fault.RATE_LIMITED, Fault.RATE_LIMITED, Fault.RATE_LIMITED, Fault.RATE_LIMITED);

        for (Http.Reply reply : new Http.Reply[] {bitly("{}"), tinyUrl("{}"), kutt("{}"), rebrandly("{}")}) {
            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.header("Retry-After")).isEmpty();
        }
    }

    @Test
    void aLinkIsStoredAlthoughTheAnswerIsLost() {
        shortener.inject(Fault.STORED_THEN_RESET);

        assertThatThrownBy(() -> kutt("{\"target\":\"" + URL + "\",\"reuse\":true}"))
                .isInstanceOf(IOException.class);
        assertThat(shortener.posts()).singleElement().satisfies(post -> {
            assertThat(post.link()).isEqualTo(URL);
            assertThat(post.details()).containsEntry("service", "kutt");
        });
    }

    private static void assertLeads(String shortUrl) throws IOException {
        Http.Reply visit = new Http("", "").get(shortUrl);
        assertThat(visit.status()).isEqualTo(302);
        assertThat(visit.header("Location")).isEqualTo(URL);
    }
}
