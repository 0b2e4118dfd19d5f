package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All platforms on this machine: one HTTP port for Facebook, Twitter, Kakao, link shorteners, IndexNow and a WebSub hub,
 * one port for mail.
 *
 * <p>The platforms keep what is sent to them, enforce their rules, and break in named ways. Everything listens on
 * 127.0.0.1 only. The page at {@link #url()} shows what readers would now see.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *     sandbox.twitter().inject(Fault.STORED_THEN_RESET);
 *     // share …
 *     assertThat(sandbox.twitter().posts()).hasSize(1);
 * }
 * }</pre>
 *
 * <p>Clients in other languages steer it over HTTP: {@code POST /__sandbox/faults} with {@code
 * {"platform":"twitter","faults":["STORED_THEN_RESET"]}}, {@code GET /__sandbox/posts?platform=twitter}, {@code POST
 * /__sandbox/reset}.
 *
 * <p>Safe for use by many threads.
 */
public final class Sandbox implements AutoCloseable {

    private final HttpFront front;
    private final FacebookSimulator facebook;
    private final TwitterSimulator twitter;
    private final KakaoSimulator kakao;
    private final MailSimulator mail;
    private final ShortenerSimulator shortener;
    private final IndexNowSimulator indexNow;
    private final WebSubSimulator webSub;

    private Sandbox(HttpFront front, Clock clock) {
        this.front = front;
        facebook = new FacebookSimulator(front.url() + "/facebook", clock);
        twitter = new TwitterSimulator(front.url() + "/twitter", clock);
        kakao = new KakaoSimulator(front.url() + "/kakao", clock);
        shortener = new ShortenerSimulator(front.url() + "/shortener", clock);
        indexNow = new IndexNowSimulator(front.url() + "/indexnow", clock);
        webSub = new WebSubSimulator(front.url() + "/websub", clock);
        mail = new MailSimulator(clock);
        front.mount("facebook", facebook::answer);
        front.mount("twitter", twitter::answer);
        front.mount("kakao", kakao::answer);
        front.mount("shortener", shortener::answer);
        front.mount("indexnow", indexNow::answer);
        front.mount("websub", webSub::answer);
        front.mount("__sandbox", new ControlDesk(all())::answer);
        front.mount(Pictures.MOUNT, new Pictures(kakao.web())::answer);
        TimelinePage page = new TimelinePage(platforms());
        front.mount("", page::answer);
    }

    /** Starts the platforms on free ports. */
    public static Sandbox start() {
        return start(0);
    }

    /** Starts the platforms with this HTTP port; 0 means any free one. */
    public static Sandbox start(int port) {
        return start(port, Clock.systemUTC());
    }

    /** Starts the platforms with this HTTP port, 0 meaning any free one, and with a clock of your own. */
    public static Sandbox start(int port, Clock clock) {
        return new Sandbox(HttpFront.start(port), clock);
    }

    /** The Facebook Page. */
    public FacebookSimulator facebook() {
        return facebook;
    }

    /** The X account. */
    public TwitterSimulator twitter() {
        return twitter;
    }

    /** KakaoTalk: people, their chats, and the page on which readers share. */
    public KakaoSimulator kakao() {
        return kakao;
    }

    /** The mail server. */
    public MailSimulator mail() {
        return mail;
    }

    /** The link shorteners. */
    public ShortenerSimulator shortener() {
        return shortener;
    }

    /** The search engine that is told of changed pages. */
    public IndexNowSimulator indexNow() {
        return indexNow;
    }

    /** The hub that is told of changed feeds. */
    public WebSubSimulator webSub() {
        return webSub;
    }

    /** The platforms that show posts: Facebook, Twitter, Kakao, mail. */
    public List<PlatformSimulator> platforms() {
        return List.of(facebook, twitter, kakao, mail);
    }

    /** The platforms and the services beside them. */
    private List<PlatformSimulator> all() {
        List<PlatformSimulator> all = new ArrayList<>(platforms());
        all.addAll(List.of(shortener, indexNow, webSub));
        return all;
    }

    /** The address of the page that shows what readers would now see. */
    public String url() {
        return front.url() + "/";
    }

    /** Holds answers of {@link Fault#STORED_THEN_DELAYED} back this long; two minutes unless told otherwise. */
    public void delay(Duration held) {
        if (held.isNegative()) {
            throw new IllegalArgumentException("delay must not be negative: " + held);
        }
        front.delay(held);
        mail.delay(held);
    }

    /** Resets all platforms and services. */
    public void reset() {
        all().forEach(PlatformSimulator::reset);
    }

    /** The settings that point every channel at this sandbox; the same keys as in {@code sharewire.properties}. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("sharewire.facebook.page-id", facebook.pageId());
        settings.put("sharewire.facebook.access-token", facebook.token());
        settings.put("sharewire.facebook.app-secret", facebook.appSecret());
        settings.put("sharewire.facebook.base-url", facebook.baseUrl());
        settings.put("sharewire.twitter.access-token", twitter.token());
        settings.put("sharewire.twitter.user-id", twitter.userId());
        settings.put("sharewire.twitter.username", twitter.username());
        settings.put("sharewire.twitter.base-url", twitter.baseUrl());
        settings.put("sharewire.kakao.access-token", kakao.token());
        settings.put("sharewire.kakao.base-url", kakao.baseUrl());
        settings.put("sharewire.mail.host", mail.host());
        settings.put("sharewire.mail.port", String.valueOf(mail.port()));
        settings.put("sharewire.mail.from", "Newsdesk <newsdesk@news.example>");
        settings.put("sharewire.mail.to", "editor@news.example");
        settings.put("sharewire.mail.security", "none");
        settings.put("sharewire.link.shortener", "shlink");
        settings.put("sharewire.link.shortener-base-url", shortener.baseUrl());
        settings.put("sharewire.link.shortener-token", shortener.apiKey());
        return settings;
    }

    /** Addresses and credentials of all platforms as one line of JSON. */
    public String toJson() {
        ObjectNode json = Json.object().put("timeline", url());
        json.putObject("facebook")
                .put("baseUrl", facebook.baseUrl())
                .put("pageId", facebook.pageId())
                .put("token", facebook.token())
                .put("appSecret", facebook.appSecret());
        json.putObject("twitter")
                .put("baseUrl", twitter.baseUrl())
                .put("userId", twitter.userId())
                .put("token", twitter.token())
                .put("consumerKey", twitter.consumerKey())
                .put("consumerSecret", twitter.consumerSecret())
                .put("oauthToken", twitter.oauthToken())
                .put("oauthTokenSecret", twitter.oauthTokenSecret());
        json.putObject("kakao")
                .put("baseUrl", kakao.baseUrl())
                .put("token", kakao.token())
                .put("refreshToken", kakao.refreshToken())
                .put("restApiKey", kakao.app().restApiKey())
                .put("clientSecret", kakao.app().clientSecret())
                .put("javascriptKey", kakao.app().javascriptKey());
        json.putObject("mail").put("host", mail.host()).put("port", mail.port());
        json.putObject("shortener").put("baseUrl", shortener.baseUrl()).put("apiKey", shortener.apiKey());
        json.putObject("indexnow").put("baseUrl", indexNow.baseUrl());
        json.putObject("websub").put("hub", webSub.hub());
        return Json.write(json);
    }

    @Override
    public void close() {
        mail.close();
        front.close();
    }
}
