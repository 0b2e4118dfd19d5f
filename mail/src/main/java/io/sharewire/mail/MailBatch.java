package io.sharewire.mail;

import io.sharewire.Draft;
import io.sharewire.Progress;
import io.sharewire.Reason;
import io.sharewire.Receipt;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.mail.SendOutcome.Accepted;
import io.sharewire.mail.SendOutcome.AllRefused;
import io.sharewire.mail.SendOutcome.InDoubt;
import io.sharewire.mail.SendOutcome.RecipientRefused;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt to send a draft to those of its recipients that are not settled; reads a list as it goes. */
final class MailBatch {

    private static final Logger LOG = LoggerFactory.getLogger(MailBatch.class);

    /** RFC 5321 4.5.3.1.8: what every server takes for one mail. */
    private static final int RECIPIENTS_PER_MAIL = 100;

    private final Draft draft;
    private final Recipients recipients;
    private final MailSettings settings;
    private final MailPool pool;
    private final MailErrors errors;
    private final Clock clock;
    private final MailComposer composer;
    private final List<String> together;

    MailBatch(
            Draft draft, Recipients recipients, MailSettings settings, MailPool pool, MailErrors errors, Clock clock) {
        this.draft = draft;
        this.recipients = recipients;
        this.settings = settings;
        this.pool = pool;
        this.errors = errors;
        this.clock = clock;
        this.composer = new MailComposer(draft, settings, clock.instant());
        this.together = recipients.areTogether() ? recipients.addresses().toList() : List.of();
    }

    /** The Message-ID by which to look for this draft in a server's log. */
    static String firstMessageId(Draft draft, Recipients recipients, MailSettings settings) {
        try (Stream<String> addresses = recipients.addresses()) {
            String whom = recipients.areTogether()
                    ? String.join("\n", addresses.toList())
                    : addresses.findFirst().orElse("");
            return MessageIds.of(draft, whom, settings.messageIdDomain());
        }
    }

    /** Sends, until all are served or there is a reason to stop. */
    ShareResult send(Progress progress) {
        if (progress.next() > recipients.size()) {
            throw new IllegalArgumentException(draft.target() + " was handed the progress of another draft: "
                    + progress.next() + " recipients of " + recipients.size() + " are settled");
        }
        MailRun run = new MailRun(progress, recipients, settings.listener(), clock.instant());
        try (MailClient client = new MailClient(pool, errors, clock.instant());
                Stream<Recipient> remaining = recipients.remaining(progress)) {
            Iterator<Recipient> list = remaining.iterator();
            for (List<Recipient> next = next(list, run); !next.isEmpty(); next = next(list, run)) {
                send(next, client, run);
            }
            if (run.goesOn() && run.next() < recipients.size()) {
                run.broken(otherLength());
            }
        }
        return run.result(receipt(firstMessageId(draft, recipients, settings)));
    }

    /** Who gets the next mail; nobody if the batch is over. */
    private List<Recipient> next(Iterator<Recipient> list, MailRun run) {
        List<Recipient> next = new ArrayList<>();
        int most = recipients.areTogether() ? RECIPIENTS_PER_MAIL : 1;
        try {
            while (run.goesOn() && next.size() < most && list.hasNext()) {
                Recipient one = list.next();
                if (one.index() >= recipients.size()) {
                    run.broken(otherLength());
                    return List.of();
                }
                next.add(one);
            }
        } catch (RuntimeException e) {
            // A list may come from a file or a database: what is sent is sent, and the rest is resumed behind it.
            // Its words stay out of the result, which is kept: they may hold the address and password of a database.
            LOG.error("The recipient list cannot be read on; the batch stops here", e);
            run.broken(errors.notSent(
                    Reason.UNAVAILABLE,
                    "LIST_UNREADABLE",
                    "The recipient list cannot be read on: " + e.getClass().getName() + ".",
                    "See the log and the list, then send the rest."));
            return List.of();
        }
        return next;
    }

    private void send(List<Recipient> next, MailClient client, MailRun run) {
        Recipient first = next.get(0);
        Optional<String> problem = Mailbox.recipientProblem(first.address(), settings.smtpUtf8());
        if (problem.isPresent()) {
            run.refused(first, "no. " + (first.index() + 1), badAddress(first, problem.get()));
            return;
        }
        next.forEach(run::sending);
        if (run.goesOn()) {
            MailDelivery delivery = compose(next);
            List<SendOutcome> outcomes = client.send(delivery);
            for (int i = 0; i < outcomes.size(); i++) {
                note(next.get(i), outcomes.get(i), delivery, run);
            }
        }
    }

    private MailDelivery compose(List<Recipient> next) {
        return recipients.areTogether()
                ? composer.toAll(together, next.stream().map(Recipient::address).toList())
                : composer.toOne(Mailbox.recipient(next.get(0).address(), settings.smtpUtf8()));
    }

    private void note(Recipient one, SendOutcome outcome, MailDelivery delivery, MailRun run) {
        if (outcome instanceof Accepted) {
            run.accepted(one, receipt(delivery.messageId()));
        } else if (outcome instanceof RecipientRefused refused) {
            run.refused(one, one.address(), refused.why());
        } else if (outcome instanceof AllRefused refused) {
            run.stopped(one, refused.why());
        } else if (outcome instanceof InDoubt doubt) {
            run.inDoubt(one, doubt.why());
        }
    }

    private Receipt receipt(String messageId) {
        return new Receipt(draft.target(), messageId, draft.link(), clock.instant());
    }

    private Rejected otherLength() {
        return new Rejected(
                Reason.INVALID_CONTENT,
                "LIST_CHANGED",
                "The recipient list does not have the " + recipients.size() + " recipients that the draft says.",
                "Draft the share again.",
                null);
    }

    private static Rejected badAddress(Recipient one, String problem) {
        return new Rejected(
                Reason.INVALID_CONTENT,
                "BAD_ADDRESS",
                "Recipient no. " + (one.index() + 1) + " of the list " + problem + ".",
                "Correct the address, or take it off the list.",
                null);
    }
}
