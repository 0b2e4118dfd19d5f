package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewire.Article;
import io.sharewire.Channel;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.testkit.Fault;
import io.sharewire.testkit.Sandbox;
import io.sharewire.testkit.ShortenerSimulator;
import io.sharewire.testkit.SimulatedPost;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every service against its simulator: one link per address whatever happens, and never a failure. */
class ShortenerTest {

    private static final String URL =
            "https://news.example/%EA%B0%80/%7Eb?q=a+b&utm_source=x&utm_medium=social&utm_campaign=spring";

    private static Sandbox sandbox;
    private static ShortenerSimulator platform;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        sandbox.delay(Duration.ofSeconds(3));
        platform = sandbox.shortener();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    private static ShortenerSettings.Builder settings(ShortenerService service) {
        ShortenerSettings.Builder settings = ShortenerSettings.builder(service, Secret.of(platform.apiKey()))
                .baseUrl(platform.baseUrl())
                .timeout(Duration.ofSeconds(2));
        return service == ShortenerService.BITLY ? settings.group(platform.bitlyGroup()) : settings;
    }

    /** Without a memory of its own, so that every call is a request. */
    private static Shortener forgetful(ShortenerService service) {
        return ServiceShortener.of(settings(service).build(), Clock.systemUTC());
    }

    @ParameterizedTest
    @EnumSource
    void makesALinkThatLeadsToTheLongOne(ShortenerService service) {
        ShortLink link = forgetful(service).shorten(URL, "A title");

        assertThat(platform.posts()).singleElement().satisfies(post -> {
            assertThat(post.details()).containsEntry("service", service.id());
            assertThat(post.link()).isEqualTo(URL);
            assertThat(link).isEqualTo(ShortLink.made(URL, post.text()));
        });
        assertThat(link.url()).isEqualTo(link.shortUrl());
    }

    @ParameterizedTest
    @EnumSource
    void theSameLinkAgainIsTheSameShortLink(ShortenerService service) {
        ShortLink first = forgetful(service).shorten(URL, "A title");
        ShortLink second = forgetful(service).shorten(URL, "The title has changed");

        assertThat(second).isEqualTo(first);
        assertThat(platform.posts()).hasSize(1);
        assertThat(platform.createRequests()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void otherCampaignTagsAreAnotherLink(ShortenerService service) {
        ShortLink x = forgetful(service).shorten("https://news.example/a?utm_source=x", "A title");
        ShortLink mail = forgetful(service).shorten("https://news.example/a?utm_source=mail", "A title");

        assertThat(x.shortUrl()).isNotNull().isNotEqualTo(mail.shortUrl());
        assertThat(platform.posts()).hasSize(2);
    }

    static Stream<Arguments> lostAnswers() {
        return EnumSet.allOf(ShortenerService.class).stream()
                .flatMap(service -> Stream.of(
                                Fault.STORED_THEN_RESET,
                                Fault.STORED_THEN_500,
                                Fault.STORED_THEN_HTML_502,
                                Fault.STORED_THEN_DELAYED,
                                Fault.STORED_THEN_MALFORMED_BODY)
                        .map(fault -> Arguments.of(service, fault)));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void aLinkWhoseAnswerWasLostIsFoundAndNotMadeTwice(ShortenerService service, Fault fault) {
        platform.inject(fault);

        ShortLink link = forgetful(service).shorten(URL, "A title");

        assertThat(platform.posts())
                .singleElement()
                .extracting(SimulatedPost::text)
                .isEqualTo(link.shortUrl());
        assertThat(platform.createRequests()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aFailureThatMadeNothingIsAskedOnceMore(ShortenerService service) {
        platform.inject(Fault.NOT_STORED_500);

        assertThat(forgetful(service).shorten(URL, "A title").shortUrl()).isNotNull();
        assertThat(platform.posts()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aServiceThatStaysDownIsAskedTwiceAndTheLongLinkIsUsed(ShortenerService service) {
        platform.inject(Fault.NOT_STORED_500, Fault.NOT_STORED_500);

        assertKeptLong(forgetful(service).shorten(URL, "A title"), "SHORTENER_NO_ANSWER");
        assertThat(platform.createRequests()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void tooManyRequestsIsNotAskedAgainSinceNoServiceTellsWhen(ShortenerService service) {
        platform.inject(Fault.RATE_LIMITED);

        assertKeptLong(forgetful(service).shorten(URL, "A title"), "SHORTENER_LIMIT");
        assertThat(platform.createRequests()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatIsNotGoodIsSaidWithoutTheKey(ShortenerService service) {
        platform.expireToken();

        ShortLink link = forgetful(service).shorten(URL, "A title");

        assertKeptLong(link, "SHORTENER_UNAUTHORIZED");
        assertThat(link.toString()).doesNotContain(platform.apiKey());
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatCannotBeReachedKeepsTheLinkLong(ShortenerService service) {
        Shortener shortener = ServiceShortener.of(
                settings(service).baseUrl("http://127.0.0.1:1").build(), Clock.systemUTC());

        assertKeptLong(shortener.shorten(URL, "A title"), "SHORTENER_UNREACHABLE");
    }

    @ParameterizedTest
    @EnumSource(names = {"TINYURL", "REBRANDLY"})
    void anAliasThatSomebodyElseHasIsNotUsed(ShortenerService service) {
        platform.occupy(service.id(), ShortAlias.of(URL), "https://elsewhere.example/");

        assertKeptLong(forgetful(service).shorten(URL, "A title"), "SHORT_LINK_TAKEN");
        assertThat(platform.posts()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BITLY", "REBRANDLY", "KUTT"})
    void aLinkLongerThanTheServiceTakesIsNotSent(ShortenerService service) {
        int limit = service == ShortenerService.KUTT ? 2040 : 2048;
        String longest = "https://news.example/" + "a".repeat(limit - 21);

        assertThat(forgetful(service).shorten(longest, "A title").shortUrl()).isNotNull();
        ShortLink over = forgetful(service).shorten(longest + "a", "A title");

        assertThat(over.warning().code()).isEqualTo("LINK_TOO_LONG");
        assertThat(over.warning().message()).contains("it has " + (limit + 1) + " of " + limit + " characters");
        assertThat(platform.createRequests()).isEqualTo(1);
    }

    @Test
    void trap14_aLinkThatComesBackInAnotherSpellingIsTheSameLink() {
        ShortLink link = forgetful(ShortenerService.BITLY).shorten("https://news.example/%7Eb", "");

        assertThat(link.longUrl()).isEqualTo("https://news.example/%7Eb");
        assertThat(link.shortUrl()).isNotNull();
    }

    @Test
    void trap15_statusesAreNotBelieved() {
        // YOURLS answers 400 with the link, Rebrandly 403 for an alias in use: both are this link's own.
        for (ShortenerService service : Set.of(ShortenerService.YOURLS, ShortenerService.REBRANDLY)) {
            forgetful(service).shorten(URL, "A title");
            assertThat(forgetful(service).shorten(URL, "A title").warning()).isNull();
        }
    }

    @Test
    void aLinkOnceMadeIsRememberedPerServiceDomainAndTaggedLink() {
        ShortLinkStore store = ShortLinkStore.inMemory(10);
        Shortener kutt = Shortener.of(settings(ShortenerService.KUTT).build(), store);
        Shortener shlink = Shortener.of(settings(ShortenerService.SHLINK).build(), store);

        ShortLink first = kutt.shorten("https://News.example:443/a?utm_source=x", "A title");
        ShortLink again = kutt.shorten("https://news.example/a?utm_source=x", "A title");
        kutt.shorten("https://news.example/a?utm_source=mail", "A title");
        shlink.shorten("https://news.example/a?utm_source=x", "A title");

        assertThat(again).isEqualTo(first);
        assertThat(platform.createRequests()).isEqualTo(3);
        assertThat(store.get(new ShortLinkStore.Key("kutt", "", "https://news.example/a?utm_source=x")))
                .contains(first.shortUrl());
    }

    @Test
    void aFailureIsNotRemembered() {
        Shortener shortener = Shortener.of(settings(ShortenerService.KUTT).build());
        platform.inject(Fault.RATE_LIMITED);

        assertThat(shortener.shorten(URL, "A title").shortUrl()).isNull();
        assertThat(shortener.shorten(URL, "A title").shortUrl()).isNotNull();
    }

    @Test
    void theMemoryIsBounded() {
        ShortLinkStore store = ShortLinkStore.inMemory(2);
        ShortLinkStore.Key a = new ShortLinkStore.Key("s", "", "a");
        ShortLinkStore.Key b = new ShortLinkStore.Key("s", "", "b");
        ShortLinkStore.Key c = new ShortLinkStore.Key("s", "", "c");
        store.put(a, "1");
        store.put(b, "2");
        store.get(a);
        store.put(c, "3");

        assertThat(store.get(a)).contains("1");
        assertThat(store.get(b)).as("used longest ago").isEmpty();
        assertThat(store.get(c)).contains("3");
        assertThatThrownBy(() -> ShortLinkStore.inMemory(0)).hasMessageContaining("must be at least 1, not 0");
    }

    @Test
    void aShareGetsItsShortLinksBeforeItIsDrafted() {
        Channel x = new Channel("twitter", "x", "social");
        Share share = Share.of(
                        Article.builder("https://news.example/a", "A title").build())
                .withCampaign("spring");
        // Links are made in the order of the channels: the second one fails.
        platform.inject(Fault.NONE, Fault.RATE_LIMITED);

        ShortenedShare shortened =
                Shortener.of(settings(ShortenerService.SHLINK).build()).shorten(share, LinkTarget.CHANNEL, x);

        String made = platform.posts().get(0).text();
        assertThat(platform.posts().get(0).link()).endsWith("?utm_source=link&utm_medium=referral&utm_campaign=spring");
        assertThat(LinkTarget.of(LinkSettings.defaults())
                        .draft(shortened.share())
                        .link())
                .isEqualTo(made);
        assertThat(shortened.share().link(x)).isEqualTo(share.link(x));
        assertThat(shortened.warnings()).containsOnlyKeys(x);
        assertThat(shortened.warnings().get(x).code()).isEqualTo("SHORTENER_LIMIT");
        assertThat(shortened.share().key()).isEqualTo(share.key());
    }

    @Test
    void yourlsTakesTheTokenAnyOfTheSignaturesOrAUserWithPassword() {
        for (YourlsSignature signature : YourlsSignature.values()) {
            Shortener signed = ServiceShortener.of(
                    settings(ShortenerService.YOURLS).signature(signature).build(), Clock.systemUTC());
            assertThat(signed.shorten(URL, "").warning()).as(signature.name()).isNull();
        }
        Shortener user = ServiceShortener.of(
                settings(ShortenerService.YOURLS).user(platform.yourlsUser()).build(), Clock.systemUTC());
        assertThat(user.shorten(URL, "").warning()).isNull();
    }

    @Test
    void whatIsNoAddressIsNotShortened() {
        assertThatThrownBy(() -> forgetful(ShortenerService.KUTT).shorten("javascript:alert(1)", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be an absolute http or https address");
        assertThat(platform.createRequests()).isZero();
    }

    @Test
    void anotherShortenerIsALambda() {
        Shortener own = (url, title) -> ShortLink.made(url, "https://sho.rt/1");
        Share share =
                Share.of(Article.builder("https://news.example/a", "A title").build());

        ShortenedShare shortened = own.shorten(share, LinkTarget.CHANNEL);

        assertThat(shortened.share().link(LinkTarget.CHANNEL)).isEqualTo("https://sho.rt/1");
        assertThat(shortened.warnings()).isEqualTo(Map.of());
    }

    private static void assertKeptLong(ShortLink link, String code) {
        assertThat(link.shortUrl()).isNull();
        assertThat(link.url()).isEqualTo(URL);
        assertThat(link.warning().isError()).isFalse();
        assertThat(link.warning().code()).as(link.toString()).isEqualTo(code);
        assertThat(link.warning().message()).contains(URL).contains("The long link is used.");
        assertThat(link.warning().remedy()).isNotBlank();
    }
}
