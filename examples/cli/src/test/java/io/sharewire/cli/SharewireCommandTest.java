package io.sharewire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sharewire.cli.Shell.Outcome;
import io.sharewire.testkit.Fault;
import io.sharewire.testkit.PlatformSimulator;
import io.sharewire.testkit.Sandbox;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharewireCommandTest {

    private static final String KOREAN = Shell.file("examples/articles/han-river-bridge.ko.html");
    private static final String KOREAN_949 = Shell.file("examples/articles/han-river-bridge.ko.windows-949.html");
    private static final String ENGLISH = Shell.file("examples/articles/harbour-library.en.html");
    private static final String ENGLISH_JSON = Shell.file("examples/articles/harbour-library.en.json");

    private static Sandbox sandbox;

    @TempDir
    Path folder;

    private final Shell shell = new Shell(Map.of());

    @BeforeAll
    static void openTheSandbox() {
        sandbox = Sandbox.start();
    }

    @BeforeEach
    void forgetWhatWas() {
        sandbox.reset();
    }

    @AfterAll
    static void closeTheSandbox() {
        sandbox.close();
    }

    /** Settings that point at the sandbox of this test, with a ledger of its own. */
    private String config(String... changes) throws IOException {
        Map<String, String> settings = new TreeMap<>(sandbox.settings());
        settings.put("sharewire.ledger", folder.resolve("ledger").toString().replace('\\', '/'));
        for (int i = 0; i < changes.length; i += 2) {
            settings.put(changes[i], changes[i + 1]);
        }
        Path file = folder.resolve("sharewire.properties");
        Files.writeString(
                file,
                settings.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining("\n")));
        return file.toString();
    }

    private static JsonNode json(Outcome outcome) {
        try {
            return JsonMapper.builder().build().readTree(outcome.out());
        } catch (IOException e) {
            throw new AssertionError("not one JSON document: " + outcome, e);
        }
    }

    @Test
    void sharesAPageOnAllFiveChannelsWithoutAnAccount() {
        Outcome outcome = shell.run("share", KOREAN, "--sandbox", "--json");

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(json(outcome)).hasSize(5).allSatisfy(row -> {
            assertThat(row.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "target", "status", "id", "url", "reason", "code", "message", "remedy", "retryAfter");
            assertThat(row.get("status").asText()).isEqualTo("shared");
            assertThat(row.get("id").asText()).isNotBlank();
            assertThat(row.get("url").asText()).startsWith("http");
        });
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void showsAnAlignedTableToAPerson() {
        Outcome outcome = shell.run("share", ENGLISH, "--sandbox", "--to", "facebook,link");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .hasSize(3)
                .first()
                .asString()
                .matches("facebook  shared  \\S+ +https?://\\S+");
    }

    @Test
    void theSecondTimeNothingIsSent() throws IOException {
        String config = config();
        Outcome first = shell.run("share", ENGLISH, "--to", "facebook,twitter", "--config", config, "--json");
        Outcome second = shell.run("share", ENGLISH, "--to", "facebook,twitter", "--config", config, "--json");

        assertThat(json(first).findValuesAsText("status")).containsExactly("shared", "shared");
        assertThat(json(second).findValuesAsText("status")).containsExactly("already-shared", "already-shared");
        assertThat(json(second).findValuesAsText("id")).isEqualTo(json(first).findValuesAsText("id"));
        assertThat(second.exitCode()).isZero();
        assertThat(sandbox.facebook().createRequests()).isEqualTo(1);
    }

    @Test
    void anotherKeyIsAnotherShare() throws IOException {
        String config = config();
        shell.run("share", ENGLISH, "--to", "mail", "--config", config, "--key", "monday");
        shell.run("share", ENGLISH, "--to", "mail", "--config", config, "--key", "tuesday");
        shell.run("share", ENGLISH, "--to", "mail", "--config", config, "--key", "monday");

        assertThat(sandbox.mail().posts()).hasSize(2);
    }

    @Test
    void findsWhatWentOutAlthoughTheAnswerWasLost() throws IOException {
        sandbox.facebook().inject(Fault.STORED_THEN_RESET);

        Outcome outcome = shell.run("share", ENGLISH, "--to", "facebook", "--config", config(), "--json");

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(json(outcome).get(0).get("id").asText())
                .isEqualTo(sandbox.facebook().posts().get(0).id());
    }

    @Test
    void aLongKoreanTextBecomesAThreadThatSurvivesALostAnswer() throws IOException {
        String words = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> "한강 소식 " + i + "번째 문장입니다. 다리는 밤에도 열립니다.")
                .collect(Collectors.joining(" "));
        JsonNode draft = json(shell.run("preview", KOREAN, "--to", "twitter", "--thread", "--text", words, "--json"))
                .get(0);
        sandbox.twitter().inject(Fault.NONE, Fault.STORED_THEN_RESET);

        Outcome outcome = shell.run(
                "share", KOREAN, "--to", "twitter", "--thread", "--text", words, "--config", config(), "--json");

        assertThat(words.length()).isGreaterThan(1_400);
        assertThat(draft.get("payload").size()).isGreaterThan(4);
        assertThat(draft.at("/length/used").asInt()).isLessThanOrEqualTo(280);
        assertThat(draft.get("problems").findValuesAsText("severity")).doesNotContain("error");
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(sandbox.twitter().posts()).hasSize(draft.get("payload").size());
        assertThat(sandbox.twitter().createRequests())
                .isEqualTo(draft.get("payload").size());
    }

    @Test
    void theSandboxBreaksWhenAskedTo() {
        Outcome outcome = shell.run(
                "share",
                ENGLISH,
                "--sandbox",
                "--to",
                "facebook,twitter",
                "--json",
                "--fault",
                "facebook=stored-then-reset",
                "--fault",
                "twitter=rate-limited");

        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(1);
        assertThat(json(outcome).findValuesAsText("status")).containsExactly("shared", "rejected");
        assertThat(json(outcome).get(1).get("reason").asText()).isEqualTo("RATE_LIMITED");
        assertThat(json(outcome).get(1).get("retryAfter").asText()).isNotBlank();
    }

    @Test
    void anOutcomeThatCannotBeToldIsUnknownAndStaysSoWithoutASecondMessage() throws IOException {
        sandbox.kakao().inject(Fault.STORED_THEN_500);
        String config = config();

        Outcome first = shell.run("share", ENGLISH, "--to", "kakao", "--config", config, "--json");
        Outcome second = shell.run("share", ENGLISH, "--to", "kakao", "--config", config, "--json");

        assertThat(first.exitCode()).as(first.toString()).isEqualTo(3);
        assertThat(json(first).get(0).get("status").asText()).isEqualTo("unknown");
        assertThat(json(first).get(0).get("remedy").asText()).contains("looks at the channel before it sends");
        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(sandbox.kakao().posts()).hasSize(1);
    }

    @Test
    void aWrongTokenIsOneRejectionWithItsRemedyAndStopsNobodyElse() throws IOException {
        String config = config("sharewire.facebook.access-token", "EAAGwrong");

        Outcome outcome = shell.run("share", ENGLISH, "--to", "facebook,link", "--config", config);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .containsPattern("facebook +rejected")
                .containsPattern("link +shared")
                .contains("Connect the Page again.")
                .doesNotContain("EAAGwrong");
        assertThat(sandbox.facebook().posts()).isEmpty();
    }

    @Test
    void theEnvironmentOverridesTheFile() throws IOException {
        Shell other = new Shell(Map.of("SHAREWIRE_FACEBOOK_ACCESS_TOKEN", "EAAGwrong"));

        assertThat(other.run("share", ENGLISH, "--to", "facebook", "--config", config())
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void previewsEveryChannelWithoutAnAccount() throws Exception {
        Outcome outcome = shell.run("preview", KOREAN, "--json");
        JsonNode drafts = json(outcome);

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(drafts.findValuesAsText("channel")).containsExactly("facebook", "twitter", "kakao", "mail", "link");
        JsonNode facebook = drafts.get(0);
        assertThat(facebook.at("/payload/0/body").asText())
                .startsWith("message=")
                .contains("&link=https%3A%2F%2F");
        JsonNode twitter = drafts.get(1);
        assertThat(twitter.at("/length/limit").asInt()).isEqualTo(280);
        assertThat(twitter.at("/length/used").asInt()).isBetween(24, 280);
        assertThat(twitter.at("/cost/amount").decimalValue()).isEqualByComparingTo("0.200");
        assertThat(twitter.at("/cost/currency").asText()).isEqualTo("USD");
        JsonNode kakao = JsonMapper.builder()
                .build()
                .readTree(drafts.get(2).at("/payload/0/body").asText());
        assertThat(kakao.get("object_type").asText()).isEqualTo("feed");
        assertThat(kakao.at("/content/link/mobile_web_url").asText()).startsWith("https://");
        MimeMessage mail = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(
                        drafts.get(3).at("/payload/0/body").asText().getBytes(StandardCharsets.US_ASCII)));
        assertThat(mail.getSubject())
                .isEqualTo(
                        json(shell.run("read", KOREAN, "--json")).get("title").asText());
        assertThat(StreamSupport.stream(drafts.spliterator(), false))
                .allSatisfy(
                        draft -> assertThat(draft.get("fingerprint").asText()).matches("[0-9a-f]{64}"));
        assertThat(sandbox.platforms())
                .extracting(PlatformSimulator::createRequests)
                .containsOnly(0);
    }

    @Test
    void previewsWhatWouldBeRefusedAndEndsOne() {
        Outcome outcome = shell.run("preview", ENGLISH, "--to", "twitter", "--text", "가".repeat(200));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("error: The text has").contains("Shorten it by");
    }

    @Test
    void readsTheSameArticleFromEitherEncoding() {
        JsonNode utf8 = json(shell.run("read", KOREAN, "--json"));
        JsonNode windows949 = json(shell.run("read", KOREAN_949, "--json"));

        assertThat(windows949.get("title")).isEqualTo(utf8.get("title"));
        assertThat(windows949.get("authors")).isEqualTo(utf8.get("authors"));
        assertThat(utf8.at("/sources/title").asText()).isEqualTo("og:title");
        assertThat(utf8.at("/authors/0/email").asText()).contains("@");
        assertThat(utf8.at("/images/0/credit").asText()).isNotBlank();
    }

    @Test
    void readsJsonAndStandardInput() throws IOException {
        JsonNode file = json(shell.run("read", ENGLISH_JSON, "--json"));
        JsonNode input = json(shell.reading("\uFEFF" + Files.readString(Path.of(ENGLISH_JSON)), "read", "-", "--json"));

        assertThat(input).isEqualTo(file);
        assertThat(file.get("title").asText())
                .isEqualTo(
                        json(shell.run("read", ENGLISH, "--json")).get("title").asText());
    }

    @Test
    void makesFiveButtonsInTheirOrder() {
        JsonNode buttons = json(shell.run("buttons", ENGLISH, "--json"));

        assertThat(buttons.findValuesAsText("channel")).containsExactly("facebook", "twitter", "kakao", "mail", "link");
        assertThat(buttons.findValuesAsText("label"))
                .containsExactly(
                        "Facebook share button",
                        "Twitter share button",
                        "Kakao share button",
                        "Mail share button",
                        "Link share button");
        assertThat(buttons.findValuesAsText("href")).noneMatch(String::isBlank);
        assertThat(shell.run("buttons", ENGLISH, "--html").out()).contains("role=\"group\"");
    }

    @Test
    void showsTheLinksAndTheTags() {
        JsonNode links = json(shell.run("link", ENGLISH, "--json"));

        assertThat(links.get("tracked").asText())
                .startsWith(links.get("canonical").asText())
                .contains("utm_source=link");
        assertThat(links.get("short").isNull()).isTrue();
        assertThat(shell.run("tags", ENGLISH).out())
                .contains("property=\"og:title\"", "application/ld+json", "rel=\"canonical\"");
    }

    @Test
    void theShortLinkLeadsToTheTrackedOne() throws IOException {
        JsonNode links = json(shell.run("link", ENGLISH, "--campaign", "Spring", "--config", config(), "--json"));

        assertThat(links.get("tracked").asText()).endsWith("&utm_campaign=spring");
        assertThat(sandbox.shortener().posts()).singleElement().satisfies(post -> {
            assertThat(links.get("short").asText()).isEqualTo(post.text());
            assertThat(links.get("tracked").asText()).isEqualTo(post.link());
        });
    }

    @Test
    void aShortenerThatFailsIsANoteAndNotAFailure() throws IOException {
        sandbox.shortener().inject(Fault.RATE_LIMITED);

        Outcome outcome = shell.run("link", ENGLISH, "--config", config(), "--json");

        assertThat(outcome.exitCode()).isZero();
        assertThat(json(outcome).get("short").isNull()).isTrue();
        assertThat(outcome.err()).startsWith("note: shlink made no short link for https://");
    }

    @Test
    void drawsTheLinkAsAQrCode() throws Exception {
        Outcome svg = shell.run("qr", KOREAN);
        JsonNode described = json(shell.run("qr", KOREAN, "--json"));
        Path png = folder.resolve("code.png");
        Outcome file = shell.run("qr", KOREAN, "--out", png.toString(), "--scale", "2", "--correction", "H");

        assertThat(svg.exitCode()).as(svg.toString()).isZero();
        assertThat(svg.out()).startsWith("<svg ").contains("<title>QR 코드: 노들나래교");
        assertThat(svg.out().strip()).isEqualTo(described.get("svg").asText());
        assertThat(described.get("link").asText()).contains("utm_source=qr&utm_medium=qr&utm_campaign=share");
        assertThat(file.exitCode()).as(file.toString()).isZero();
        assertThat(file.out()).contains(described.get("link").asText());
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
    }

    @Test
    void aQrCodeHoldsTheShortLinkIfThereIsOne() throws IOException {
        Path file = folder.resolve("code.SVG");
        Outcome outcome = shell.run("qr", ENGLISH, "--config", config(), "--out", file.toString(), "--json");

        assertThat(json(outcome).get("link").asText())
                .isEqualTo(sandbox.shortener().posts().get(0).text());
        assertThat(json(outcome).get("modules").asInt()).isLessThan(45);
        assertThat(json(outcome).get("file").asText()).isEqualTo(file.toString());
        assertThat(Files.readString(file)).startsWith("<svg ").contains("<title>QR code: ");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            a missing file      | share no-such-file.html --sandbox                     | no such file: no-such-file.html
            a folder            | read .                                                | a folder, not an article: .
            another scheme      | read javascript:alert(1)                              | only http and https addresses can be read, not javascript:alert(1)
            a private address   | share http://10.0.0.1/a --sandbox                     | 10.0.0.1
            this machine        | read http://127.0.0.1:9/a                             | 127.0.0.1
            metadata service    | read http://2130706433/latest                         | 2130706433
            unknown channel     | share ENGLISH --to facebook,myspace --sandbox         | unknown channel 'myspace' in --to; there are facebook, twitter, kakao, mail, link
            missing account     | share ENGLISH --to facebook --config EMPTY            | sharewire.facebook.page-id is required
            missing settings    | share ENGLISH --config no-such.properties             | settings file not found: no-such.properties
            unusable key        | share ENGLISH --sandbox --key 속보                     | must be 1 to 128 visible ASCII characters
            a set time          | share ENGLISH --sandbox --at tomorrow                 | not available yet; nothing was sent
            an unknown fault    | share ENGLISH --sandbox --fault mail=boredom          | unknown fault 'boredom' for mail in --fault; there are none, stored-then-reset
            a foreign platform  | share ENGLISH --sandbox --fault myspace=none          | unknown platform 'myspace' in --fault
            a fault in earnest  | share ENGLISH --fault twitter=none                    | --fault works with --sandbox only; nothing was sent
            an unknown option   | share ENGLISH --sandbx                                | --sandbx
            no source           | share --sandbox                                       | SOURCE
            an unknown command  | shout ENGLISH                                         | shout
            no command          | --json                                                | --json
            another image       | qr ENGLISH --out code.gif                             | --out must end in .svg or .png, not code.gif
            no such folder      | qr ENGLISH --out no/such/folder/code.svg              | cannot write no/such/folder/code.svg (NoSuchFileException)
            a huge scale        | qr ENGLISH --out code.png --scale 1000                | scale must be 1 to 100, not 1000
            a correction        | qr ENGLISH --correction X                             | --correction
            a shortener         | link ENGLISH --config SHORTENER                       | sharewire.link.shortener-token is required for kutt
            a port              | sandbox --port 70000                                  | --port must be 0 to 65535, not 70000
            """)
    void badInputIsOneClearLine(String what, String command, String message) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.properties"), "");
        Path shortener = Files.writeString(folder.resolve("short.properties"), "sharewire.link.shortener=kutt");
        String[] args = command.replace("ENGLISH", ENGLISH)
                .replace("SHORTENER", shortener.toString())
                .replace("EMPTY", empty.toString())
                .split(" ");

        Outcome outcome = shell.run(args);

        assertBadInput(outcome, message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no HTML           | %PDF-1.7 binary                                                        | HTML
            nothing           | ''                                                                     | HTML
            no title          | <html><head><link rel="canonical" href="https://n.example/a"></head><body><p>x</p></body></html> | title
            no address        | <html><head><title>A headline</title></head></html>                    | --base-url
            a bot wall        | <html><head><title>Just a moment...</title></head></html>              | Just a moment
            broken JSON       | {"url":"https://n.example/a"                                           | not valid JSON
            a script address  | {"url":"javascript:alert(1)","title":"T"}                              | url must be an absolute http or https address
            """)
    void aBadArticleIsOneClearLine(String what, String content, String message) {
        assertBadInput(shell.reading(content, "share", "-", "--sandbox"), message);
    }

    private static void assertBadInput(Outcome outcome, String message) {
        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines().toList())
                .first()
                .asString()
                .startsWith("sharewire: ")
                .contains(message);
        assertThat(outcome.err().lines()).hasSizeLessThanOrEqualTo(2).noneMatch(line -> line.contains("\tat "));
        assertThat(sandbox.platforms())
                .extracting(PlatformSimulator::createRequests)
                .containsOnly(0);
    }
}
