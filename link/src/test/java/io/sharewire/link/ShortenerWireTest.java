package io.sharewire.link;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.sharewire.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact requests, and answers as the services document them. */
class ShortenerWireTest {

    private static final String URL = "https://news.example/a";
    private static final String TOKEN = "1002a612b4";
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static ShortenerSettings.Builder settings(ShortenerService service) {
        ShortenerSettings.Builder settings = ShortenerSettings.builder(service, Secret.of(TOKEN))
                .baseUrl(SERVICE.baseUrl())
                .timeout(Duration.ofSeconds(2));
        return service == ShortenerService.BITLY ? settings.group("Bn1acQTR8rk") : settings;
    }

    private static ShortLink shorten(ShortenerSettings.Builder settings) {
        return ServiceShortener.of(settings.build(), CLOCK).shorten(URL, " A title ");
    }

    private static void answers(int status, String body) {
        SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
    }

    @Test
    void bitlyIsAlwaysToldTheGroupAndTheDomain() {
        answers(
                200,
                "{\"references\":{\"group\":\"https://api-ssl.bitly.com/v4/groups/Bn1acQTR8rk\"},\"archived\":false,"
                        + "\"tags\":[],\"created_at\":\"2026-11-24T00:00:00+0000\",\"title\":\"\",\"deeplinks\":[],"
                        + "\"created_by\":\"\",\"long_url\":\"http://news.example/a\",\"client_id\":\"\","
                        + "\"custom_bitlinks\":[],\"link\":\"https://bit.ly/2dt1pnm\",\"id\":\"bit.ly/2dt1pnm\"}");

        assertThat(shorten(settings(ShortenerService.BITLY)).shortUrl()).isEqualTo("https://bit.ly/2dt1pnm");
        SERVICE.verify(
                postRequestedFor(urlEqualTo("/v4/shorten"))
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(
                                equalToJson(
                                        "{\"long_url\":\"https://news.example/a\",\"domain\":\"bit.ly\",\"group_guid\":\"Bn1acQTR8rk\"}")));
    }

    @Test
    void tinyUrlGetsAnAliasMadeOfTheAddressAndReadsItBackIfItIsTaken() {
        answers(422, "{\"data\":[],\"code\":5,\"errors\":[\"Alias is not available.\"]}");
        SERVICE.stubFor(get(urlEqualTo("/alias/tinyurl.com/ZVOk9B0U"))
                .willReturn(aResponse()
                        .withBody("{\"data\":{\"domain\":\"tinyurl.com\",\"alias\":\"ZVOk9B0U\",\"deleted\":false,"
                                + "\"archived\":false,\"tiny_url\":\"https://tinyurl.com/ZVOk9B0U\",\"created_at\":"
                                + "\"2026-11-24T00:00:00+00:00\",\"expires_at\":null,\"url\":\"https://news.example/a\"},"
                                + "\"code\":0,\"errors\":[]}")));

        assertThat(shorten(settings(ShortenerService.TINYURL)).shortUrl()).isEqualTo("https://tinyurl.com/ZVOk9B0U");
        SERVICE.verify(postRequestedFor(urlEqualTo("/create"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalToJson(
                        "{\"url\":\"https://news.example/a\",\"domain\":\"tinyurl.com\",\"alias\":\"ZVOk9B0U\"}")));
        SERVICE.verify(1, getRequestedFor(urlEqualTo("/alias/tinyurl.com/ZVOk9B0U")));
    }

    @Test
    void yourlsGetsATitleSoThatItDoesNotFetchThePage() {
        answers(
                400,
                "{\"status\":\"fail\",\"code\":\"error:url\",\"url\":{\"keyword\":\"1f\",\"url\":\"https://news.example/a\","
                        + "\"title\":\"A title\",\"date\":\"2026-11-24 00:00:00\",\"ip\":\"127.0.0.1\",\"clicks\":\"0\"},"
                        + "\"message\":\"https://news.example/a already exists in database\",\"title\":\"A title\","
                        + "\"shorturl\":\"https://sho.rt/1f\",\"errorCode\":\"400\",\"statusCode\":400}");

        assertThat(shorten(settings(ShortenerService.YOURLS)).shortUrl()).isEqualTo("https://sho.rt/1f");
        SERVICE.verify(postRequestedFor(urlEqualTo("/yourls-api.php"))
                .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                .withFormParam("action", equalTo("shorturl"))
                .withFormParam("format", equalTo("json"))
                .withFormParam("url", equalTo(URL))
                .withFormParam("title", equalTo("A title"))
                .withFormParam("signature", equalTo(TOKEN)));
    }

    /** Expected values: {@code printf 17000000001002a612b4 | md5sum} and its kin. */
    @ParameterizedTest
    @CsvSource({
        "MD5,,0cdb8baace3e60f757cfc8cfc75adca1",
        "SHA256,sha256,438bd7ce134a183a0ea47f16892468469777026df3b75854bc7b16eec54d5032",
        "SHA384,sha384,95673e981b76907d8537c66f4a764e9e9028a87e1a2002ac1919a32c0f599d3b3064e944b590876b657749d73b3e9ba0",
        "SHA512,sha512,8ab0ad63555ae2d8e91c53da6da86842314f1bed96d2531b20bd00288fe0f35be048cd7662aafe9beb12e50e9ab90ea0"
                + "e91189aab1e30fd5b545efc7388d1bbf"
    })
    void yourlsSignaturesHashTimeAndToken(YourlsSignature signature, String hash, String expected) {
        var fields = signature.fields(Secret.of(TOKEN), CLOCK.instant());

        assertThat(fields)
                .containsEntry("timestamp", "1700000000")
                .containsEntry("signature", expected)
                .doesNotContainValue(TOKEN);
        assertThat(fields.get("hash")).isEqualTo(hash);
    }

    @Test
    void shlinkIsAskedToFindTheLinkFirst() {
        answers(200, "{\"shortUrl\":\"https://s.test/abc\",\"longUrl\":\"https://news.example/a\",\"tags\":[]}");

        assertThat(shorten(settings(ShortenerService.SHLINK).domain("s.test")).shortUrl())
                .isEqualTo("https://s.test/abc");
        SERVICE.verify(postRequestedFor(urlEqualTo("/rest/v3/short-urls"))
                .withHeader("X-Api-Key", equalTo(TOKEN))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalToJson(
                        "{\"longUrl\":\"https://news.example/a\",\"findIfExists\":true,\"domain\":\"s.test\"}")));
    }

    @Test
    void kuttIsAskedToReuseTheLink() {
        answers(201, "{\"address\":\"abc\",\"link\":\"https://kutt.test/abc\",\"target\":\"https://news.example/a\"}");

        assertThat(shorten(settings(ShortenerService.KUTT)).shortUrl()).isEqualTo("https://kutt.test/abc");
        SERVICE.verify(postRequestedFor(urlEqualTo("/api/v2/links"))
                .withHeader("X-API-KEY", equalTo(TOKEN))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalToJson("{\"target\":\"https://news.example/a\",\"reuse\":true}")));
    }

    @Test
    void rebrandlyGetsASlashtagMadeOfTheAddressAndReadsItBackIfItIsTaken() {
        answers(
                403,
                "{\"message\":\"Invalid format\",\"code\":\"InvalidFormat\",\"source\":\"link\",\"errors\":[{\"code\":"
                        + "\"AlreadyExists\",\"property\":\"slashtag\",\"message\":\"Already exists\"}]}");
        SERVICE.stubFor(get(urlEqualTo("/v1/links?domain.fullName=rebrand.ly&slashtag=ZVOk9B0U"))
                .willReturn(aResponse()
                        .withBody("[{\"id\":\"1\",\"shortUrl\":\"rebrand.ly/ZVOk9B0U\",\"slashtag\":\"ZVOk9B0U\","
                                + "\"destination\":\"https://news.example/a\"}]")));

        assertThat(shorten(settings(ShortenerService.REBRANDLY).workspace("w1")).shortUrl())
                .isEqualTo("https://rebrand.ly/ZVOk9B0U");
        SERVICE.verify(postRequestedFor(urlEqualTo("/v1/links"))
                .withHeader("apikey", equalTo(TOKEN))
                .withHeader("workspace", equalTo("w1"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withRequestBody(equalToJson(
                        "{\"destination\":\"https://news.example/a\",\"slashtag\":\"ZVOk9B0U\",\"title\":\"A title\","
                                + "\"domain\":{\"fullName\":\"rebrand.ly\"}}")));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            BITLY     | 400 | {"message":"INVALID_ARG_LONG_URL","description":"The value provided is invalid."} | SHORTENER_REFUSED
            BITLY     | 400 | {"message":"ALREADY_A_BITLY_LINK"}                    | SHORTENER_REFUSED
            BITLY     | 400 | {"message":"INVALID_ARG_DOMAIN"}                      | SHORTENER_REFUSED
            BITLY     | 403 | {"message":"BRANDED_LINK_MONTHLY_LIMIT_EXCEEDED"}     | SHORTENER_LIMIT
            BITLY     | 429 | {"message":"MONTHLY_ENCODE_LIMIT_EXCEEDED"}           | SHORTENER_LIMIT
            BITLY     | 403 | {"message":"FORBIDDEN"}                               | SHORTENER_UNAUTHORIZED
            BITLY     | 500 | {"message":"DNS_CONFIGURATION_ERROR"}                 | SHORTENER_NO_ANSWER
            TINYURL   | 422 | {"data":[],"code":7,"errors":["The domain is invalid"]} | SHORTENER_REFUSED
            TINYURL   | 401 | {"data":[],"code":1,"errors":["Unauthenticated."]}    | SHORTENER_UNAUTHORIZED
            YOURLS    | 400 | {"status":"fail","code":"error:keyword","message":"x"} | SHORTENER_REFUSED
            YOURLS    | 400 | {"status":"fail","code":"error:nourl","message":"x"}  | SHORTENER_REFUSED
            YOURLS    | 400 | {"status":"fail","code":"error:noloop","message":"x"} | SHORTENER_REFUSED
            YOURLS    | 500 | {"status":"fail","code":"error:db","message":"x"}     | SHORTENER_NO_ANSWER
            YOURLS    | 503 | {"status":"fail","code":"error:concurrency"}          | SHORTENER_NO_ANSWER
            YOURLS    | 200 | <result><shorturl>https://sho.rt/1</shorturl></result> | SHORTENER_NO_ANSWER
            SHLINK    | 400 | {"type":"https://shlink.io/api/error/non-unique-slug","status":400,"customSlug":"x"} | SHORTENER_REFUSED
            SHLINK    | 400 | {"type":"https://shlink.io/api/error/invalid-data","status":400} | SHORTENER_REFUSED
            SHLINK    | 404 | {"type":"https://shlink.io/api/error/domain-not-found","status":404} | SHORTENER_REFUSED
            SHLINK    | 401 | {"type":"https://shlink.io/api/error/missing-authentication","status":401} | SHORTENER_UNAUTHORIZED
            KUTT      | 500 | {"error":"Custom URL is already in use."}             | SHORTENER_REFUSED
            KUTT      | 401 | {"error":"Unauthorized."}                             | SHORTENER_UNAUTHORIZED
            KUTT      | 500 | {"error":"An error occurred."}                        | SHORTENER_NO_ANSWER
            REBRANDLY | 403 | {"message":"Invalid format","code":"InvalidFormat","errors":[{"code":"NotFound","property":"domain"}]} | SHORTENER_REFUSED
            REBRANDLY | 401 | {"message":"Unauthorized"}                            | SHORTENER_UNAUTHORIZED
            REBRANDLY | 403 | {"message":"Limit reached"}                           | SHORTENER_UNAUTHORIZED
            BITLY     | 200 | {}                                                    | SHORTENER_NO_ANSWER
            BITLY     | 302 | moved                                                 | SHORTENER_NO_ANSWER
            KUTT      | 200 | <html>captive portal</html>                           | SHORTENER_NO_ANSWER
            KUTT      | 201 | {"link":"javascript:alert(1)","target":"https://news.example/a"} | SHORTENER_NO_ANSWER
            KUTT      | 201 | {"link":"https://kutt.test/b","target":"https://news.example/b"} | SHORT_LINK_LEADS_ELSEWHERE
            KUTT      | 201 | {"link":"https://kutt.test/b","target":"https://news.example/a?utm_source=x"} | SHORT_LINK_LEADS_ELSEWHERE
            BITLY     | 500 | {"link":"https://bit.ly/1","long_url":"https://news.example/a"} | SHORTENER_NO_ANSWER
            """)
    void anyOtherAnswerKeepsTheLinkLong(ShortenerService service, int status, String body, String code) {
        answers(status, body);

        ShortLink link = shorten(settings(service));

        assertThat(link.shortUrl()).isNull();
        assertThat(link.url()).isEqualTo(URL);
        assertThat(link.warning().code()).as(link.toString()).isEqualTo(code);
        int calls = SERVICE.getAllServeEvents().size();
        assertThat(calls).as("asked again only if it cannot be told").isEqualTo(repeats(code, body) ? 2 : 1);
    }

    private static boolean repeats(String code, String body) {
        return code.equals("SHORTENER_NO_ANSWER") && !body.contains("javascript");
    }

    @Test
    void aTakenAliasThatCannotBeReadBackIsNotUsed() {
        answers(422, "{\"data\":[],\"code\":5,\"errors\":[\"Alias is not available.\"]}");
        SERVICE.stubFor(get(anyUrl())
                .willReturn(
                        aResponse().withStatus(404).withBody("{\"data\":[],\"code\":6,\"errors\":[\"Not found\"]}")));

        ShortLink link = shorten(settings(ShortenerService.TINYURL));

        assertThat(link.warning().code()).isEqualTo("SHORT_LINK_TAKEN");
        assertThat(link.warning().message()).contains("reading it back answered 404");
    }

    @Test
    void theTokenIsNotInWhatAnAnswerEchoes() {
        answers(400, "{\"error\":\"bad key " + TOKEN + "\"}");

        assertThat(shorten(settings(ShortenerService.KUTT)).warning().message())
                .doesNotContain(TOKEN)
                .contains("bad key ***");
    }
}
