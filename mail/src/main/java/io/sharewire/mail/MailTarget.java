package io.sharewire.mail;

import io.sharewire.Channel;
import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Progress;
import io.sharewire.Reason;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareTarget;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Sends an article by mail: one mail per recipient, or one for all of them.
 *
 * <p>The parts of a {@link Progress} are the recipients, in the order of the draft. A batch goes over one connection, on
 * past a refused recipient, and stops at whatever would refuse them all, and at the first unclear outcome. A doubt about one
 * of several recipients is {@code PartlyShared} even if nobody is known to have the mail, so that the others can have theirs.
 * {@code Shared} means that the server took every mail; whether they are delivered, no sender can know. A receipt's id is the Message-ID
 * (for several recipients that of the first mail of this attempt), its address the shared link.
 *
 * <p>Connections are kept for the next share, see {@link MailConnections}; {@link #close} ends them. Thread-safe.
 */
public final class MailTarget implements ShareTarget, AutoCloseable {

    /** The channel. */
    public static final Channel CHANNEL = new Channel("mail", "mail", "email");

    private final MailSettings settings;
    private final MailText text;
    private final MailErrors errors;
    private final MailPool pool;
    private final Clock clock;

    private MailTarget(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.text = MailText.of(settings);
        this.clock = clock;
        this.errors = new MailErrors(settings.server(), clock);
        this.pool = new MailPool(
                settings.server().connections(),
                new MailConnector(settings.server(), MailSession.of(settings), errors, clock),
                errors,
                clock);
    }

    /** A target on the system's clock. */
    public static MailTarget of(MailSettings settings) {
        return of(settings, Clock.systemUTC());
    }

    /** A target on a given clock, which dates the mails and the receipts. */
    public static MailTarget of(MailSettings settings, Clock clock) {
        return new MailTarget(settings, clock);
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
     * Sends to the recipients that {@code progress} does not list as settled; see {@link ShareTarget#publish(Draft, Progress)}.
     *
     * <p>To begin at a place in a list, publish with {@code new Progress(place, null, List.of(), List.of())}, or with what a
     * {@link MailJournal} has.
     *
     * @throws IllegalArgumentException also if {@code progress} counts more recipients than the draft has
     */
    @Override
    public ShareResult publish(Draft draft, Progress progress) {
        draft.requireTarget(name());
        Optional<ShareResult> refusal = draft.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return Recipients.of(draft, settings)
                .map(recipients -> new MailBatch(draft, recipients, settings, pool, errors, clock).send(progress))
                .orElseGet(MailTarget::listChanged);
    }

    @Override
    public Lookup find(Draft draft, Instant since) {
        String ids = Recipients.of(draft, settings)
                .map(recipients -> MailBatch.firstMessageId(draft, recipients, settings))
                .orElse("<share.…@" + settings.messageIdDomain() + ">");
        return new Lookup.CannotTell("A mail cannot be read back; ask the recipient, or look for Message-ID " + ids
                + " in the log of " + settings.server().host() + ".");
    }

    /** Ends the connections that are kept for the next share. What is published later opens new ones and keeps none. */
    @Override
    public void close() {
        pool.close();
    }

    @Override
    public String toString() {
        return "MailTarget[" + settings + "]";
    }

    private static Rejected listChanged() {
        return new Rejected(
                Reason.INVALID_CONTENT,
                "LIST_CHANGED",
                "The mailing list is no longer the one the draft was made for; nothing was sent.",
                "Draft the share again.",
                null);
    }
}
