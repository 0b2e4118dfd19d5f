package io.sharewire.testkit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One KakaoTalk user's own chat behind the Message API.
 *
 * <p>Serves {@code POST /v2/api/talk/memo/default/send} with the templates feed, list and text. There is nothing to
 * read back with and no protection against sending twice: the platform has neither.
 */
public final class KakaoSimulator implements PlatformSimulator {

    private static final String TOKEN = "sandbox-kakao-access-token";
    private static final List<String> SEND = List.of("v2", "api", "talk", "memo", "default", "send");

    private final String baseUrl;
    private final Clock clock;
    private final FaultScript script = new FaultScript("kakao", Fault.COMMON);
    private final List<SimulatedPost> chat = new ArrayList<>();
    private boolean expired;
    private boolean consentItemOn = true;
    private boolean consented = true;
    private boolean maintenance;
    private boolean cutsLongText;
    private int lastMessage;

    KakaoSimulator(String baseUrl, Clock clock) {
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** The address that stands for {@code https://kapi.kakao.com}. */
    public String baseUrl() {
        return baseUrl;
    }

    /** The user's access token. */
    public String token() {
        return TOKEN;
    }

    /** Says whether the app may ask for {@code talk_message} at all; at first it may. */
    public synchronized void consentItemOn(boolean on) {
        consentItemOn = on;
    }

    /** Says whether the user has consented to {@code talk_message}; at first the user has. */
    public synchronized void consented(boolean yes) {
        consented = yes;
    }

    /** Switches maintenance on or off. */
    public synchronized void maintenance(boolean on) {
        maintenance = on;
    }

    /** Cuts a text over 200 characters instead of refusing it; what the platform does is not documented. */
    public synchronized void cutsLongText(boolean cuts) {
        cutsLongText = cuts;
    }

    @Override
    public String name() {
        return "kakao";
    }

    @Override
    public void inject(Fault... faults) {
        script.add(faults);
    }

    @Override
    public Set<Fault> faults() {
        return script.possible();
    }

    @Override
    public synchronized List<SimulatedPost> posts() {
        return List.copyOf(chat);
    }

    @Override
    public int createRequests() {
        return script.arrived();
    }

    @Override
    public synchronized void expireToken() {
        expired = true;
    }

    @Override
    public synchronized void reset() {
        script.reset();
        chat.clear();
        expired = false;
        consentItemOn = true;
        consented = true;
        maintenance = false;
        cutsLongText = false;
    }

    synchronized Answer answer(Call call) {
        if (!call.method().equals("POST") || !call.path().equals(SEND)) {
            return Answer.gateway(404, "404 Not Found");
        }
        try {
            return send(call, script.next());
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Answer send(Call call, @Nullable Fault fault) {
        if (maintenance) {
            throw KakaoErrors.maintenance();
        }
        checkAccess(call);
        if (fault == Fault.RATE_LIMITED) {
            return KakaoErrors.limitExceeded();
        }
        if (fault == Fault.NOT_STORED_500) {
            return KakaoErrors.internal();
        }
        if (!call.hasType("application/x-www-form-urlencoded")) {
            throw KakaoErrors.badParameter("Content-Type must be application/x-www-form-urlencoded");
        }
        String source = call.form()
                .first("template_object")
                .orElseThrow(() -> KakaoErrors.badParameter("The Parameter [template_object] cannot be null."));
        KakaoTemplate template = KakaoTemplate.of(source, cutsLongText);
        chat.add(template.asSeen("memo-" + ++lastMessage, clock.instant()));
        return KakaoErrors.json(200, Json.object().put("result_code", 0))
                .brokenBy(fault, Answer.gateway(500, "500 Internal Server Error"));
    }

    private void checkAccess(Call call) {
        boolean known = call.authorization("Bearer").filter(TOKEN::equals).isPresent();
        if (!known) {
            throw KakaoErrors.unauthorized("this access token does not exist");
        }
        if (expired) {
            throw KakaoErrors.unauthorized("this access token is already expired");
        }
        if (!consentItemOn) {
            throw KakaoErrors.consentItemOff();
        }
        if (!consented) {
            throw KakaoErrors.notConsented();
        }
    }
}
