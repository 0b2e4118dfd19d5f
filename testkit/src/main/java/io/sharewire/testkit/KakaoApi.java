package io.sharewire.testkit;

import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Kakao's three hosts behind one address: {@code kauth}, {@code kapi} and {@code sharer}. */
final class KakaoApi {

    private static final String FORM = "application/x-www-form-urlencoded";

    final KakaoRules rules = new KakaoRules();
    final KakaoApp app = new KakaoApp();
    final KakaoWeb web = new KakaoWeb();
    final FaultScript script = new FaultScript("kakao", KakaoFaults.POSSIBLE);
    final KakaoPeople people;
    final KakaoTokens tokens;
    final KakaoChats chats;
    final KakaoScraper scraper;
    final KakaoSharer sharer;
    final KakaoWebhook webhook = new KakaoWebhook(app, rules);
    boolean maintenance;

    private final KakaoLogin login;
    private final KakaoAccess access;
    private final KakaoAccount account;
    private final KakaoComposer composer;
    private final KakaoQuota quota;
    private final KakaoMessages messages;
    private final KakaoFriends friends;
    private final KakaoImages images;
    private final KakaoShareTemplates shareTemplates;

    KakaoApi(String baseUrl, Clock clock) {
        people = new KakaoPeople(clock);
        tokens = new KakaoTokens(clock);
        tokens.reset(people.me());
        login = new KakaoLogin(clock, app, rules, people, tokens);
        access = new KakaoAccess(app, people, tokens);
        account = new KakaoAccount(app, tokens);
        scraper = new KakaoScraper(clock, rules, web);
        composer = new KakaoComposer(app, rules, scraper);
        quota = new KakaoQuota(clock, rules);
        chats = new KakaoChats(clock, app);
        messages = new KakaoMessages(app, rules, people, composer, quota, chats);
        friends = new KakaoFriends(clock, baseUrl, app, rules, people);
        images = new KakaoImages(clock, baseUrl, rules, web);
        shareTemplates = new KakaoShareTemplates(app, composer, quota);
        sharer = new KakaoSharer(baseUrl, app, composer, quota, chats, webhook);
    }

    void reset() {
        maintenance = false;
        rules.reset();
        app.reset();
        web.reset();
        script.reset();
        people.reset();
        tokens.reset(people.me());
        login.reset();
        scraper.clear();
        composer.reset();
        quota.reset();
        chats.clear();
        friends.clear();
        images.clear();
        sharer.reset();
        webhook.reset();
    }

    Answer answer(Call call) {
        KakaoEndpoint endpoint = KakaoEndpoint.of(call).orElse(null);
        if (endpoint == null) {
            return Answer.gateway(404, "404 Not Found");
        }
        Fault fault = endpoint.sends() ? script.next() : null;
        try {
            return endpoint.caller() == KakaoEndpoint.Caller.ANYBODY
                    ? open(endpoint, call)
                    : kapi(endpoint, call, fault);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Answer open(KakaoEndpoint endpoint, Call call) {
        return switch (endpoint) {
            case AUTHORIZE -> login.authorize(call.query());
            case LOGOUT_PAGE -> login.logoutPage(call.query());
            case TOKEN -> login.token(call);
            case IMAGE -> images.serve(call);
            case SHARER -> sharer.open(call.method().equals("GET") ? call.query() : call.form());
            case PICKER -> sharer.picker(call.query());
            case READER_SENDS -> sharer.pick(call.form());
            default -> throw new IllegalStateException(endpoint + " is not for anybody");
        };
    }

    private Answer kapi(KakaoEndpoint endpoint, Call call, @Nullable Fault fault) {
        if (maintenance) {
            throw KakaoErrors.maintenance();
        }
        if (isFromPage(endpoint, call)) {
            access.page(call);
            checkBody(endpoint, call);
            return forPage(endpoint, call, KakaoInput.of(call, rules.takeJsonBodies));
        }
        KakaoPerson person = access.person(call, endpoint);
        Answer instead = KakaoFaults.instead(fault).orElse(null);
        if (instead != null) {
            return instead;
        }
        checkBody(endpoint, call);
        KakaoInput input = KakaoInput.of(call, rules.takeJsonBodies);
        if (endpoint.sends()) {
            KakaoComposer.Way way = way(endpoint);
            Answer sent = endpoint.sendsToFriends()
                    ? messages.toFriends(person, way, input)
                    : messages.toMe(person, way, input);
            return KakaoFaults.afterwards(fault, sent);
        }
        return forPerson(endpoint, call, person, input);
    }

    private static boolean isFromPage(KakaoEndpoint endpoint, Call call) {
        return endpoint.caller() == KakaoEndpoint.Caller.PAGE
                || (endpoint.caller() == KakaoEndpoint.Caller.PERSON_OR_PAGE
                        && call.authorization("KakaoAK").isPresent());
    }

    private void checkBody(KakaoEndpoint endpoint, Call call) {
        String type = call.header("Content-Type").orElse("");
        boolean good = !call.method().equals("POST")
                || call.hasType(FORM)
                || (type.isEmpty() && call.body().isEmpty())
                || (endpoint == KakaoEndpoint.IMAGE_UPLOAD && call.hasType("multipart/form-data"))
                || (rules.takeJsonBodies && call.hasType("application/json"));
        if (!good) {
            throw KakaoErrors.badParameter("Content-Type must be " + FORM + ", not " + type);
        }
    }

    private Answer forPage(KakaoEndpoint endpoint, Call call, KakaoInput input) {
        return switch (endpoint) {
            case IMAGE_UPLOAD, IMAGE_SCRAP, IMAGE_DELETE -> image(endpoint, call, input);
            default -> shareTemplates.validate(way(endpoint), input);
        };
    }

    private Answer forPerson(KakaoEndpoint endpoint, Call call, KakaoPerson person, KakaoInput input) {
        return switch (endpoint) {
            case FRIENDS -> friends.list(person, input);
            case PROFILE -> account.profile(person);
            case TOKEN_INFO -> account.tokenInfo(access.token(call));
            case ME -> account.me(person);
            case SCOPES -> account.scopes(person, input);
            case REVOKE_SCOPES -> account.revoke(person, input);
            case LOGOUT -> account.logout(call, person);
            case UNLINK -> account.unlink(person);
            default -> image(endpoint, call, input);
        };
    }

    private Answer image(KakaoEndpoint endpoint, Call call, KakaoInput input) {
        return switch (endpoint) {
            case IMAGE_UPLOAD -> images.upload(call);
            case IMAGE_SCRAP -> images.scrap(input);
            case IMAGE_DELETE -> images.delete(input);
            default -> throw new IllegalStateException(endpoint + " is not served");
        };
    }

    private static KakaoComposer.Way way(KakaoEndpoint endpoint) {
        return switch (endpoint) {
            case MEMO_SCRAP, FRIENDS_SCRAP, SHARE_SCRAP -> KakaoComposer.Way.SCRAP;
            case MEMO_CUSTOM, FRIENDS_CUSTOM, SHARE_CUSTOM -> KakaoComposer.Way.CUSTOM;
            default -> KakaoComposer.Way.DEFAULT;
        };
    }
}
