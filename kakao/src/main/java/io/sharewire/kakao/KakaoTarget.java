package io.sharewire.kakao;

import io.sharewire.Channel;
import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Pace;
import io.sharewire.Progress;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareTarget;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A KakaoTalk account: sends messages to its own chat ("나에게 보내기") and to friends who use the same app.
 *
 * <p>Rests on Kakao's Message API, {@code /v2/api/talk/memo} and {@code /v1/api/talk/friends/message}. It has no message
 * id, no way to read, change or take back a message, and no key against duplicates: an unknown outcome stays unknown until
 * a person has looked. The receipt's id is therefore our own reference, {@code kakao-} and the first 16 hex digits of the
 * draft's fingerprint, for friends with the receiver's place in the list behind it; its address is the shared link.
 *
 * <p>The parts of a {@link Progress} are the receivers, in the order of the draft. Thread-safe.
 */
public final class KakaoTarget implements ShareTarget {

    /** The channel of all Kakao targets. */
    public static final Channel CHANNEL = new Channel("kakao", "kakao", "social");

    private final KakaoSettings settings;
    private final KakaoText text;
    private final Clock clock;
    private final Pace pace = new Pace();
    private final KakaoDelivery delivery;

    private KakaoTarget(KakaoSettings settings, Clock clock) {
        this.settings = settings;
        this.text = new KakaoText(
                settings.name(), settings.buttonTitle(), settings.defaults(), settings.limits(), settings.domains());
        this.clock = clock;
        this.delivery = new KakaoDelivery(
                settings.name(),
                new KakaoClient(settings),
                new KakaoErrors(settings.name(), settings.consentUrl()),
                pace,
                new ReceiverPaces(),
                clock);
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

    /**
     * What holds the account back after Kakao has said so: the sender's or the app's quota until midnight in Korea. A
     * receiver's quota holds back that receiver alone.
     */
    public Pace pace() {
        return pace;
    }

    /**
     * Sends to those receivers that {@code progress} does not list as settled, five a call; see {@link
     * ShareTarget#publish(Draft, Progress)}.
     *
     * @throws IllegalArgumentException also if {@code progress} counts more receivers than the draft has
     */
    @Override
    public ShareResult publish(Draft draft, Progress progress) {
        draft.requireTarget(name());
        return draft.refusal().or(() -> pace.refusal(clock.instant())).orElseGet(() -> send(draft, progress));
    }

    private ShareResult send(Draft draft, Progress progress) {
        List<String> receivers = KakaoDelivery.receivers(draft);
        if (receivers.isEmpty()) {
            return delivery.toMe(draft);
        }
        if (progress.next() > receivers.size()) {
            throw new IllegalArgumentException(name() + " was handed the progress of another draft: " + progress.next()
                    + " receivers of " + receivers.size() + " are settled");
        }
        return delivery.toFriends(draft, receivers, progress);
    }

    /** Always {@link Lookup.CannotTell}: the API cannot read messages. */
    @Override
    public Lookup find(Draft draft, Instant since) {
        return new Lookup.CannotTell("KakaoTalk gives no way to read messages back; look into the chat with "
                + (KakaoDelivery.receivers(draft).isEmpty() ? "yourself" : "the receivers") + ".");
    }
}
