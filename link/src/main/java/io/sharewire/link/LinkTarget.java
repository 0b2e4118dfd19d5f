package io.sharewire.link;

import io.sharewire.Channel;
import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Progress;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareTarget;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Hands out an article's link with the campaign's tags. Needs no network: the link exists by being made, so the outcome is
 * never unknown. Immutable and thread-safe.
 *
 * <p>The receipt's id is our own: the first 16 hexadecimal digits of the draft's fingerprint. The same link always has
 * the same id.
 */
public final class LinkTarget implements ShareTarget {

    /** The channel. */
    public static final Channel CHANNEL = new Channel("link", "link", "referral");

    private final LinkSettings settings;
    private final LinkText text;
    private final Clock clock;

    private LinkTarget(LinkSettings settings, Clock clock) {
        this.settings = settings;
        this.text = new LinkText(settings);
        this.clock = clock;
    }

    /** The target. */
    public static LinkTarget of(LinkSettings settings) {
        return of(settings, Clock.systemUTC());
    }

    /** The target with a clock for its receipts. */
    public static LinkTarget of(LinkSettings settings, Clock clock) {
        return new LinkTarget(settings, clock);
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

    @Override
    public ShareResult publish(Draft draft, Progress progress) {
        draft.requireTarget(name());
        Optional<ShareResult> refusal = draft.refusal();
        return refusal.orElseGet(() -> new ShareResult.Shared(receipt(draft)));
    }

    /** Always found: the draft's link works whether or not it was handed out. */
    @Override
    public Lookup find(Draft draft, Instant since) {
        draft.requireTarget(name());
        return new Lookup.Found(List.of(receipt(draft)));
    }

    @Override
    public ShareResult correct(Receipt receipt, Draft draft) {
        return unsupported("A link that was handed out cannot be changed.", "Share again: that makes another link.");
    }

    @Override
    public ShareResult retract(Receipt receipt) {
        return unsupported("A link that was handed out cannot be taken back.", "Take the page itself off the site.");
    }

    private Receipt receipt(Draft draft) {
        return new Receipt(
                name(),
                draft.fingerprint().substring(0, 16),
                draft.payload().get(0).body(),
                clock.instant());
    }

    private static ShareResult unsupported(String message, String remedy) {
        return new ShareResult.Rejected(Reason.UNSUPPORTED, "UNSUPPORTED", message, remedy, null);
    }
}
