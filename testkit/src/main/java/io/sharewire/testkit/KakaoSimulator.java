package io.sharewire.testkit;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Kakao behind one address: login ({@code kauth}), messages, friends and pictures ({@code kapi}), and the page on which
 * readers share ({@code sharer}).
 *
 * <p>Serves {@code POST /v2/api/talk/memo/…/send} to oneself and {@code POST /v1/api/talk/friends/message/…/send} to
 * friends, by default template, scrap and template of the console; {@code GET /v1/api/talk/friends}; {@code
 * /v2/api/talk/message/image/…}; {@code /oauth/authorize} and {@code /oauth/token}; token, consents, logout and unlink;
 * {@code /v2/api/kakaolink/talk/template/…}, {@code /talk/friends/picker/easylink} and {@code /picker/link}. Messages
 * cannot be read back and nothing protects against sending twice: the platform has neither. Pages and pictures are read
 * from {@link #web()}, never fetched. What is not documented is in {@link #rules()}.
 */
public final class KakaoSimulator implements PlatformSimulator {

    private final String baseUrl;
    private final KakaoApi api;

    KakaoSimulator(String baseUrl, Clock clock) {
        this.baseUrl = baseUrl;
        this.api = new KakaoApi(baseUrl, clock);
    }

    /** The address that stands for {@code https://kapi.kakao.com}, {@code kauth} and {@code sharer}. */
    public String baseUrl() {
        return baseUrl;
    }

    /** The access token of {@link KakaoPeople#me()}; it lasts. */
    public String token() {
        return KakaoTokens.MINE;
    }

    /** A refresh token of {@link KakaoPeople#me()}, as of a login at the start or the last reset. */
    public String refreshToken() {
        return KakaoTokens.MY_REFRESH;
    }

    /** An access token of this person that lasts. */
    public String token(KakaoPerson person) {
        return api.tokens.lasting(person);
    }

    /** The app as it is set up in the developer console. */
    public KakaoApp app() {
        return api.app;
    }

    /** The people and their friendships. */
    public KakaoPeople people() {
        return api.people;
    }

    /** What is not documented or depends on the app. */
    public KakaoRules rules() {
        return api.rules;
    }

    /** The web that links and pictures lead into. */
    public KakaoWeb web() {
        return api.web;
    }

    /** Forgets what was read from pages, as the tool in the developer console does. */
    public synchronized void clearScraps() {
        api.scraper.clear();
    }

    /** The links that were led to the default domain, in order. */
    public synchronized List<KakaoReplacedLink> replacedLinks() {
        return api.chats.replacedLinks();
    }

    /**
     * Lets the reader, who has opened the share page, pick a chat; calls the webhook before it returns.
     *
     * @throws IllegalArgumentException if no message waits under this {@code short_key}
     */
    public void readerShares(String shortKey, KakaoChat chat) {
        synchronized (this) {
            if (!api.sharer.send(shortKey, chat)) {
                throw new IllegalArgumentException("readerShares: no message waits under this short_key: " + shortKey);
            }
        }
        api.webhook.deliver();
    }

    /** The calls of the webhook, in order. */
    public List<KakaoWebhookCall> webhookCalls() {
        return api.webhook.calls();
    }

    /** Says whether the app may ask for {@code talk_message} at all; at first it may. */
    public void consentItemOn(boolean on) {
        api.app.consentItem("talk_message", on);
    }

    /** Says whether {@link KakaoPeople#me()} has consented to {@code talk_message}; at first so. */
    public void consented(boolean yes) {
        KakaoPerson me = api.people.me();
        if (yes) {
            me.consent(List.of("talk_message"));
        } else {
            me.withdraw(List.of("talk_message"));
        }
    }

    /** Switches maintenance on or off. */
    public synchronized void maintenance(boolean on) {
        api.maintenance = on;
    }

    /** Cuts a text over 200 characters instead of refusing it; what the platform does is not documented. */
    public void cutsLongText(boolean cuts) {
        api.rules.cutLongText(cuts);
    }

    @Override
    public String name() {
        return "kakao";
    }

    @Override
    public void inject(Fault... faults) {
        api.script.add(faults);
    }

    @Override
    public Set<Fault> faults() {
        return api.script.possible();
    }

    /** The messages in all chats, oldest first; {@code chat} and {@code to} in the details say in whose. */
    @Override
    public synchronized List<SimulatedPost> posts() {
        return api.chats.messages();
    }

    @Override
    public int createRequests() {
        return api.script.arrived();
    }

    /** Lets the time of all access tokens of {@link KakaoPeople#me()} be over; a refresh token still gives a new one. */
    @Override
    public void expireToken() {
        api.tokens.expire(api.people.me());
    }

    @Override
    public synchronized void reset() {
        api.reset();
    }

    /** The card that this message is in the chat. */
    synchronized Optional<String> card(String messageId) {
        return api.chats.template(messageId).map(KakaoCard::withLinks);
    }

    Answer answer(Call call) {
        Answer answer;
        synchronized (this) {
            answer = api.answer(call);
        }
        api.webhook.deliver();
        return answer;
    }
}
