package io.sharewire.mail;

import io.sharewire.Secret;
import io.sharewire.Validation;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The mail server a target hands its mails to, who they are from and who gets them.
 *
 * <p>Immutable and thread-safe. Prints no credential.
 */
public final class MailSettings {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|::1");
    private static final Pattern LOGIN = Pattern.compile("[^\\p{Cntrl}]{1,320}");
    private static final String LONGEST_ID = "share." + "0".repeat(32);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Builder values;
    private final Mailbox from;
    private final List<String> to;
    private final @Nullable Mailbox replyTo;
    private final @Nullable DkimSignature signer;

    private MailSettings(Builder values) {
        this.values = values;
        this.from = Mailbox.of(values.from);
        this.to = addresses(values.to, values.smtpUtf8);
        this.replyTo = values.replyTo == null ? null : Mailbox.of(values.replyTo);
        this.signer = values.dkim == null ? null : DkimSignature.of(values.dkim);
    }

    /**
     * Starts the settings with what cannot be left out.
     *
     * @param host the mail server's name or IP address
     * @param from who the mails are from, e.g. {@code Newsdesk <newsdesk@news.example>}
     */
    public static Builder builder(String host, String from) {
        return new Builder(host, from);
    }

    /** A builder that starts from these settings. */
    public Builder toBuilder() {
        return values.copy();
    }

    String name() {
        return values.name;
    }

    String host() {
        return values.host;
    }

    int port() {
        return values.port == null ? values.security.defaultPort() : values.port;
    }

    MailSecurity security() {
        return values.security;
    }

    Optional<MailLogin> login() {
        return Optional.ofNullable(values.login);
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

    String ehloName() {
        return values.ehloName == null ? from.domain() : values.ehloName;
    }

    Duration connectTimeout() {
        return values.connectTimeout;
    }

    Duration readTimeout() {
        return values.readTimeout;
    }

    Duration writeTimeout() {
        return values.writeTimeout;
    }

    MailConnections connections() {
        return values.connections;
    }

    Optional<SSLSocketFactory> sslSocketFactory() {
        return Optional.ofNullable(values.sslSocketFactory);
    }

    @Override
    public String toString() {
        return "MailSettings[" + name() + ", " + host() + ":" + port() + ", " + security() + ", from " + from.address()
                + ", to " + list().map(list -> "a list").orElse(to.size() + " recipients") + "]";
    }

    /** Distinct, in order: nobody gets two copies because an address is listed twice. */
    static List<String> addresses(List<String> given, boolean smtpUtf8) {
        LinkedHashSet<String> distinct = new LinkedHashSet<>();
        given.forEach(address -> distinct.add(Mailbox.recipient(address, smtpUtf8)));
        return List.copyOf(distinct);
    }

    /** Notes every one of {@code given} that is not a recipient. */
    static void checkAddresses(Validation validation, List<String> given, boolean smtpUtf8) {
        given.forEach(address -> check(validation, "to", address, a -> Mailbox.recipientProblem(a, smtpUtf8)));
    }

    static void check(
            Validation validation, String name, @Nullable String value, Function<String, Optional<String>> problem) {
        if (value != null) {
            problem.apply(value).ifPresent(p -> validation.check(false, name + " '" + visible(value) + "' " + p));
        }
    }

    /** {@code {id}} is what the Message-ID has before its domain, so that a bounce tells which mail it is about. */
    private static String envelopeFrom(String template, String messageId) {
        return Mailbox.recipient(template.replace("{id}", messageId.substring(1, messageId.indexOf('@'))));
    }

    /** An address in a message must not bring its line breaks along. */
    static String visible(String value) {
        return value.replaceAll("\\p{Cntrl}", "?");
    }

    /** Collects settings; not thread-safe. */
    public static final class Builder {

        private final String host;
        private final String from;
        private String name = MailTarget.CHANNEL.id();
        private @Nullable Integer port;
        private MailSecurity security = MailSecurity.STARTTLS;
        private boolean allowPlain;
        private @Nullable SSLSocketFactory sslSocketFactory;
        private @Nullable MailLogin login;
        private boolean halfLogin;
        private List<String> to = List.of();
        private @Nullable MailList list;
        private boolean oneForAll;
        private @Nullable String replyTo;
        private MailPicture picture = MailPicture.REMOTE;
        private boolean smtpUtf8;
        private @Nullable String envelopeFrom;
        private @Nullable String messageIdDomain;
        private @Nullable String ehloName;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration readTimeout = Duration.ofSeconds(60);
        private Duration writeTimeout = Duration.ofSeconds(30);
        private MailConnections connections = MailConnections.defaults();
        private boolean deliveryReports;
        private boolean autoSubmitted = true;
        private @Nullable MailUnsubscribe unsubscribe;
        private @Nullable MailDkim dkim;
        private MailListener listener = MailListener.NONE;

        private Builder(String host, String from) {
            this.host = host;
            this.from = from;
        }

        /** The target's name; default {@code mail}. */
        public Builder name(String unique) {
            name = unique;
            return this;
        }

        /** The server's port; default 587, 465 with {@link MailSecurity#TLS}, 25 with {@link MailSecurity#NONE}. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** How the connection is protected; default {@link MailSecurity#STARTTLS}. */
        public Builder security(MailSecurity kind) {
            security = kind;
            return this;
        }

        /** Allows {@link MailSecurity#NONE} to a server that is not on this machine; default no. */
        public Builder allowPlain(boolean allowed) {
            allowPlain = allowed;
            return this;
        }

        /** Whom to trust in TLS, for a certificate authority of one's own; default the platform's authorities. */
        public Builder sslSocketFactory(@Nullable SSLSocketFactory factory) {
            sslSocketFactory = factory;
            return this;
        }

        /** The account at the server and its password; default none. Never sent over an unprotected connection. */
        public Builder credentials(@Nullable String user, @Nullable Secret password) {
            login = user == null || password == null ? null : new MailLogin(user, () -> password, false);
            halfLogin = (user == null) != (password == null);
            return this;
        }

        /**
         * The account at the server and its OAuth 2 access token (XOAUTH2), asked for each time a connection is opened, e.g.
         * an {@link io.sharewire.auth.RefreshingToken}. Never sent over an unprotected connection.
         */
        public Builder oauth(String user, Supplier<Secret> accessToken) {
            login = new MailLogin(user, accessToken, true);
            halfLogin = false;
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

        /** The name given to the server in {@code EHLO}; default the sender's domain. Never looked up. */
        public Builder ehloName(@Nullable String hostName) {
            ehloName = hostName;
            return this;
        }

        /** How long to wait for a connection; default 10 s, at most an hour. */
        public Builder connectTimeout(Duration time) {
            connectTimeout = time;
            return this;
        }

        /** How long to wait for each answer; default 60 s, at most an hour. Shorter makes more outcomes unknown. */
        public Builder readTimeout(Duration time) {
            readTimeout = time;
            return this;
        }

        /** How long to wait for the network to take what is sent; default 30 s, at most an hour. */
        public Builder writeTimeout(Duration time) {
            writeTimeout = time;
            return this;
        }

        /** How many connections are kept, and for how long; default see {@link MailConnections}. */
        public Builder connections(MailConnections limits) {
            connections = limits;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException with everything that is wrong
         */
        public MailSettings build() {
            Validation validation = new Validation("MailSettings")
                    .required("host", host)
                    .required("from", from)
                    .required("name", name);
            checkServer(validation);
            checkPeople(validation);
            checkTime(validation, "connectTimeout", connectTimeout);
            checkTime(validation, "readTimeout", readTimeout);
            checkTime(validation, "writeTimeout", writeTimeout);
            checkDkim(validation);
            validation.orThrow();
            return new MailSettings(copy());
        }

        private void checkServer(Validation validation) {
            validation
                    .check(
                            host.isBlank() || HOST.matcher(host).matches(),
                            "host must be a name or an IP address, not '" + visible(host) + "'")
                    .check(port == null || (port > 0 && port <= 65_535), "port must be 1 to 65535, not " + port)
                    .check(!halfLogin, "username and password must be given together or not at all")
                    .check(login == null || LOGIN.matcher(login.user()).matches(), "the login needs a user name")
                    .check(
                            security != MailSecurity.NONE || login == null,
                            "a password must not be sent without TLS: choose security STARTTLS or TLS")
                    .check(
                            security != MailSecurity.NONE
                                    || allowPlain
                                    || LOOPBACK.matcher(host).matches(),
                            "security NONE is for a server on this machine: choose STARTTLS or TLS, or allow plain"
                                    + " connections on purpose");
            checkDomain(validation, "messageIdDomain", messageIdDomain);
            checkDomain(validation, "ehloName", ehloName);
        }

        private void checkPeople(Validation validation) {
            check(validation, "from", from.isBlank() ? null : from, Mailbox::problem);
            check(validation, "replyTo", replyTo, Mailbox::problem);
            check(
                    validation,
                    "envelopeFrom",
                    envelopeFrom,
                    address -> Mailbox.recipientProblem(address.replace("{id}", LONGEST_ID)));
            checkAddresses(validation, to, smtpUtf8);
            validation
                    .check(list == null || to.isEmpty(), "to and list exclude each other")
                    .check(list == null || !oneForAll, "list and oneForAll exclude each other");
        }

        private void checkDkim(Validation validation) {
            if (dkim != null) {
                validation.check(
                        DkimSignature.isAvailable(),
                        "dkim needs org.simplejavamail:utils-mail-dkim, which is not on the class path: add it, or let the"
                                + " mail server sign");
            }
        }

        private static void checkDomain(Validation validation, String name, @Nullable String domain) {
            validation.check(
                    domain == null || DOMAIN.matcher(domain).matches(),
                    name + " must be a domain in ASCII, not '" + (domain == null ? "" : visible(domain)) + "'");
        }

        private static void checkTime(Validation validation, String name, Duration time) {
            validation.check(
                    time.toMillis() > 0 && time.compareTo(LONGEST) <= 0,
                    name + " must be above zero and at most an hour, not " + time);
        }

        private Builder copy() {
            Builder copy = new Builder(host, from);
            copy.name = name;
            copy.port = port;
            copy.security = security;
            copy.allowPlain = allowPlain;
            copy.sslSocketFactory = sslSocketFactory;
            copy.login = login;
            copy.to = to;
            copy.list = list;
            copy.oneForAll = oneForAll;
            copy.replyTo = replyTo;
            copy.picture = picture;
            copy.smtpUtf8 = smtpUtf8;
            copy.envelopeFrom = envelopeFrom;
            copy.messageIdDomain = messageIdDomain;
            copy.ehloName = ehloName;
            copy.connectTimeout = connectTimeout;
            copy.readTimeout = readTimeout;
            copy.writeTimeout = writeTimeout;
            copy.connections = connections;
            copy.deliveryReports = deliveryReports;
            copy.autoSubmitted = autoSubmitted;
            copy.unsubscribe = unsubscribe;
            copy.dkim = dkim;
            copy.listener = listener;
            return copy;
        }
    }
}
