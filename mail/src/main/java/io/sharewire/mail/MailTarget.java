package io.sharewire.mail;

import io.sharewire.Channel;
import io.sharewire.Draft;
import io.sharewire.Lookup;
import io.sharewire.Progress;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.Share;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareTarget;
import io.sharewire.mail.SendOutcome.Accepted;
import io.sharewire.mail.SendOutcome.AllRefused;
import io.sharewire.mail.SendOutcome.InDoubt;
import io.sharewire.mail.SendOutcome.RecipientRefused;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.PrimitiveIterator;

/**
 * Sends an article by mail, one mail per recipient, all over one connection.
 *
 * <p>The parts of a {@link Progress} are the recipients, in the order of the draft. A batch goes on past a refused
 * recipient and stops at whatever would refuse them all, and at the first unclear outcome. {@code Shared} means that the
 * server took every mail; whether they are delivered, no sender can know. A receipt's id is the Message-ID (for several
 * recipients that of the first mail of this attempt), its address the shared link. Thread-safe.
 */
public final class MailTarget implements ShareTarget {

    /** The channel. */
    public static final Channel CHANNEL = new Channel("mail", "mail", "email");

    private final MailSettings settings;
    private final MailText text;
    private final Session session;
    private final Clock clock;

    private MailTarget(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.text = MailText.of(settings);
        this.session = MailSession.of(settings);
        this.clock = clock;
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
                .map(recipients -> send(draft, recipients, progress))
                .orElseGet(MailTarget::listChanged);
    }

    @Override
    public Lookup find(Draft draft, Instant since) {
        String ids = Recipients.of(draft, settings)
                .filter(recipients -> recipients.size() > 0)
                .map(recipients -> messageId(draft, recipients.address(0)))
                .orElse("<share.…@" + settings.messageIdDomain() + ">");
        return new Lookup.CannotTell("A mail cannot be read back; ask the recipient, or look for Message-ID " + ids
                + " in the log of " + settings.host() + ".");
    }

    @Override
    public String toString() {
        return "MailTarget[" + settings + "]";
    }

    private ShareResult send(Draft draft, Recipients recipients, Progress progress) {
        if (progress.next() > recipients.size()) {
            throw new IllegalArgumentException(name() + " was handed the progress of another draft: " + progress.next()
                    + " recipients of " + recipients.size() + " are settled");
        }
        MailRun run = new MailRun(progress, clock.instant());
        byte[] common = MailDelivery.common(draft);
        try (MailClient client = new MailClient(settings, session, clock)) {
            PrimitiveIterator.OfInt remaining =
                    progress.remaining(recipients.size()).iterator();
            while (run.goesOn() && remaining.hasNext()) {
                int index = remaining.nextInt();
                send(draft, recipients.address(index), common, client, run, index);
            }
        }
        return run.result(receipt(draft, messageId(draft, recipients.address(0))));
    }

    private void send(Draft draft, String recipient, byte[] common, MailClient client, MailRun run, int index) {
        Optional<String> problem = Mailbox.recipientProblem(recipient, settings.smtpUtf8());
        if (problem.isPresent()) {
            run.refused(index, "no. " + (index + 1), badAddress(index, problem.get()));
            return;
        }
        String address = Mailbox.recipient(recipient, settings.smtpUtf8());
        MailDelivery delivery = new MailDelivery(address, messageId(draft, recipient), clock.instant(), common);
        SendOutcome outcome = client.send(delivery);
        if (outcome instanceof Accepted) {
            run.accepted(index, receipt(draft, delivery.messageId()));
        } else if (outcome instanceof RecipientRefused refused) {
            run.refused(index, address, refused.why());
        } else if (outcome instanceof AllRefused refused) {
            run.stopped(refused.why());
        } else if (outcome instanceof InDoubt doubt) {
            run.inDoubt(index, doubt.why());
        }
    }

    private String messageId(Draft draft, String recipient) {
        return MessageIds.of(draft, recipient, settings.messageIdDomain());
    }

    private Receipt receipt(Draft draft, String messageId) {
        return new Receipt(name(), messageId, draft.link(), clock.instant());
    }

    private static Rejected badAddress(int index, String problem) {
        return new Rejected(
                Reason.INVALID_CONTENT,
                "BAD_ADDRESS",
                "Recipient no. " + (index + 1) + " of the list " + problem + ".",
                "Correct the address, or take it off the list.",
                null);
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
