package io.sharewire.mail;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who mails are from, who gets them, what they are like and by which server they go.
 *
 * <p>Immutable and thread-safe. Prints no credential.
 */
public final class MailSettings {

    private static final String LONGEST_ID = "share." + "0".repeat(32);

    private final Builder values;
    private final Mailbox from;
    private final List<String> to;
    private final @Nullable Mailbox replyTo;
    private final @Nullable DkimSignature signer;

    private MailSettings(Builder values) {
        this.values = values;
        this.from = Mailbox.of(values.from);
        this.to = Mailbox.recipients(values.to, values.smtpUtf8);
        this.replyTo = values.replyTo == null ? null : Mailbox.of(values.replyTo);
        this.signer = values.dkim == null ? null : DkimSignature.of(values.dkim);
    }

    /**
     * Starts the settings with what cannot be left out.
     *
     * @param server takes the mails
     * @param from who the mails are from, e.g. {@code Newsdesk <newsdesk@news.example>}
     */
    public static Builder builder(MailServer server, String from) {
        return new Builder(server, from);
    }

    /** A builder that starts from these settings. */
    public Builder toBuilder() {
        return values.copy();
    }

    String name() {
        return values.name;
    }

    MailServer server() {
        return values.server;
    }

    Mailbox from() {
        return from;
    }

    /** A(n empty) list of distinct bare addresses. */
    List<String> to() {
        return to;
    }

    Optional<MailList> list() {
        return Optional.ofNullable(values.list);
    }

    Optional<Mailbox> replyTo() {
        return Optional.ofNullable(replyTo);
    }

    MailPicture picture() {
        return values.picture;
    }

    boolean smtpUtf8() {
        return values.smtpUtf8;
    }

    /** Whether {@link #to} gets one mail together. */
    boolean oneForAll() {
        return values.oneForAll;
    }

    /** The envelope sender of the mail with this Message-ID. */
    String envelopeFrom(String messageId) {
        return values.envelopeFrom == null ? from.address() : envelopeFrom(values.envelopeFrom, messageId);
    }

    boolean deliveryReports() {
        return values.deliveryReports;
    }

    boolean autoSubmitted() {
        return values.autoSubmitted;
    }

    Optional<MailUnsubscribe> unsubscribe() {
        return Optional.ofNullable(values.unsubscribe);
    }

    Optional<DkimSignature> signer() {
        return Optional.ofNullable(signer);
    }

    MailListener listener() {
        return values.listener;
    }

    String messageIdDomain() {
        return values.messageIdDomain == null ? from.domain() : values.messageIdDomain;
    }

    @Override
    public String toString() {
        return "MailSettings[" + name() + ", " + server() + ", from " + from.address() + ", to "
                + list().map(list -> "a list").orElse(to.size() + " recipients") + "]";
    }

    /** {@code {id}} is what the Message-ID has before its domain, so that a bounce tells which mail it is about. */
    private static String envelopeFrom(String template, String messageId) {
        return Mailbox.recipient(template.replace("{id}", messageId.substring(1, messageId.indexOf('@'))));
    }

    /** Collects settings; not thread-safe. */
    public static final class Builder {

        private final MailServer server;
        private final String from;
        private String name = MailTarget.CHANNEL.id();
        private List<String> to = List.of();
        private @Nullable MailList list;
        private boolean oneForAll;
        private @Nullable String replyTo;
        private MailPicture picture = MailPicture.REMOTE;
        private boolean smtpUtf8;
        private @Nullable String envelopeFrom;
        private @Nullable String messageIdDomain;
        private boolean deliveryReports;
        private boolean autoSubmitted = true;
        private @Nullable MailUnsubscribe unsubscribe;
        private @Nullable MailDkim dkim;
        private MailListener listener = MailListener.NONE;

        private Builder(MailServer server, String from) {
            this.server = server;
            this.from = from;
        }

        /** The target's name; default {@code mail}. */
        public Builder name(String unique) {
            name = unique;
            return this;
        }

        /** The recipients of every share that names none itself: bare addresses, each gets a mail of its own. */
        public Builder to(String... addresses) {
            return to(List.of(addresses));
        }

        /** As {@link #to(String...)}. */
        public Builder to(List<String> addresses) {
            to = List.copyOf(addresses);
            return this;
        }

        /** The recipients, where they are too many for {@link #to}. */
        public Builder list(@Nullable MailList recipients) {
            list = recipients;
            return this;
        }

        /**
         * Whether the recipients of {@link #to} get one mail together, which shows each of them all the others; default no,
         * each gets a mail of their own.
         */
        public Builder oneForAll(boolean together) {
            oneForAll = together;
            return this;
        }

        /** Where answers go; default to the sender. */
        public Builder replyTo(@Nullable String mailbox) {
            replyTo = mailbox;
            return this;
        }

        /** How mails show the lead picture where the editor chose nothing else; default {@link MailPicture#REMOTE}. */
        public Builder picture(MailPicture shown) {
            picture = shown;
            return this;
        }

        /**
         * Allows recipients with letters beyond ASCII before the {@code @} (RFC 6531); default no. A server that does not
         * offer SMTPUTF8 is not handed their mails.
         */
        public Builder smtpUtf8(boolean allowed) {
            smtpUtf8 = allowed;
            return this;
        }

        /**
         * Where bounces go ({@code MAIL FROM}); default the sender's address. Its domain is what SPF checks. {@code {id}} in it
         * stands for what is before the {@code @} of the Message-ID, e.g. {@code bounces+{id}@news.example}.
         */
        public Builder envelopeFrom(@Nullable String address) {
            envelopeFrom = address;
            return this;
        }

        /** Whether to ask for a report of each mail that fails or is late, where the server can (DSN); default no. */
        public Builder deliveryReports(boolean asked) {
            deliveryReports = asked;
            return this;
        }

        /** Whether mails say that a program sends them ({@code Auto-Submitted: auto-generated}, RFC 3834); default yes. */
        public Builder autoSubmitted(boolean said) {
            autoSubmitted = said;
            return this;
        }

        /** How recipients leave the list; default not. A mail for all together has no such header: it would be one person's. */
        public Builder unsubscribe(@Nullable MailUnsubscribe way) {
            unsubscribe = way;
            return this;
        }

        /**
         * Signs each mail; default not, as most mail servers do it themselves. Needs {@code
         * org.simplejavamail:utils-mail-dkim} on the class path.
         */
        public Builder dkim(@Nullable MailDkim signature) {
            dkim = signature;
            return this;
        }

        /** Who hears what becomes of each recipient; default nobody. */
        public Builder listener(MailListener hearing) {
            listener = hearing;
            return this;
        }

        /** The domain in every Message-ID; default the sender's. A change makes earlier mails unrecognisable. */
        public Builder messageIdDomain(@Nullable String domain) {
            messageIdDomain = domain;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException with everything that is wrong
         */
        public MailSettings build() {
            new MailValidation("MailSettings")
                    .required("from", from)
                    .required("name", name)
                    .mailbox("from", from.isBlank() ? null : from)
                    .mailbox("replyTo", replyTo)
                    .address(
                            "envelopeFrom",
                            envelopeFrom,
                            address -> Mailbox.recipientProblem(address.replace("{id}", LONGEST_ID)))
                    .recipients(to, smtpUtf8)
                    .domain("messageIdDomain", messageIdDomain)
                    .check(list == null || to.isEmpty(), "to and list exclude each other")
                    .check(list == null || !oneForAll, "list and oneForAll exclude each other")
                    .check(
                            dkim == null || DkimSignature.isAvailable(),
                            "dkim needs org.simplejavamail:utils-mail-dkim, which is not on the class path: add it, or let the"
                                    + " mail server sign")
                    .orThrow();
            return new MailSettings(copy());
        }

        private Builder copy() {
            Builder copy = new Builder(server, from);
            copy.name = name;
            copy.to = to;
            copy.list = list;
            copy.oneForAll = oneForAll;
            copy.replyTo = replyTo;
            copy.picture = picture;
            copy.smtpUtf8 = smtpUtf8;
            copy.envelopeFrom = envelopeFrom;
            copy.messageIdDomain = messageIdDomain;
            copy.deliveryReports = deliveryReports;
            copy.autoSubmitted = autoSubmitted;
            copy.unsubscribe = unsubscribe;
            copy.dkim = dkim;
            copy.listener = listener;
            return copy;
        }
    }
}
