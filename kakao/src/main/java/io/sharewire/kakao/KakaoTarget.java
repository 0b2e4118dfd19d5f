package io.sharewire.kakao;

import io.sharewire.Channel;
import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Pace;
import io.sharewire.Progress;
import io.sharewire.Receipt;
import io.sharewire.Secret;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareTarget;
import io.sharewire.http.ApiClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A KakaoTalk account: sends messages to its own chat ("나에게 보내기").
 *
 * <p>Rests on {@code POST /v2/api/talk/memo/default/send}. Kakao has no message id, no way to read, change or take back
 * a message, and no key against duplicates: an unknown outcome stays unknown until a person has looked. The receipt's id
 * is therefore our own reference, {@code kakao-} and the first 16 hex digits of the draft's fingerprint: the same for
 * the same content; its address is the shared link. Thread-safe.
 */
public final class KakaoTarget implements ShareTarget {

    /** The channel of all Kakao targets. */
    public static final Channel CHANNEL = new Channel("kakao", "kakao", "social");

    private final KakaoSettings settings;
    private final KakaoClient client;
    private final KakaoText text;
    private final Clock clock;
    private final Pace pace = new Pace();

    private KakaoTarget(KakaoSettings settings, Clock clock) {
        this.settings = settings;
        this.client = new KakaoClient(settings.baseUrl(), ApiClient.withTimeout(settings.timeout()));
        this.text = new KakaoText(settings.name(), settings.buttonTitle(), settings.limits());
        this.clock = clock;
    }

    /** The target for one account. */
    public static KakaoTarget of(KakaoSettings settings) {
        return of(settings, Clock.systemUTC());
    }

    /** As {@link #of(KakaoSettings)}, by another clock. */
    public static KakaoTarget of(KakaoSettings settings, Clock clock) {
        return new KakaoTarget(settings, clock);
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Channel channel() {
        return CHANNEL;
    }

    @Override
    public Draft draft(Share share) {
        return text.draft(share);
    }

    /** What holds the account back after Kakao has said so: a quota until midnight in Korea. */
    public Pace pace() {
        return pace;
    }

    @Override
    public ShareResult publish(Draft draft, Progress progress) {
        draft.requireTarget(name());
        return draft.refusal().or(() -> pace.refusal(clock.instant())).orElseGet(() -> send(draft));
    }

    private ShareResult send(Draft draft) {
        Instant since = clock.instant();
        Secret token = settings.accessToken();
        ShareResult result = client.sendToMe(token, draft.payload().get(0).body())
                .toResult(
                        name(),
                        since,
                        answer -> answer.isSuccess()
                                        && KakaoAnswer.read(answer.body()).isSent()
                                ? new ShareResult.Shared(receipt(draft))
                                : KakaoErrors.toResult(name(), answer, since, clock.instant(), List.of(token)));
        pace.observe(result);
        return result;
    }

    private Receipt receipt(Draft draft) {
        String reference = "kakao-" + draft.fingerprint().substring(0, 16);
        return new Receipt(name(), reference, draft.link(), clock.instant());
    }

    /** Always {@link Lookup.CannotTell}: the API cannot read messages. */
    @Override
    public Lookup find(Draft draft, Instant since) {
        return new Lookup.CannotTell("KakaoTalk gives no way to read messages back; look into the chat with yourself.");
    }
}
