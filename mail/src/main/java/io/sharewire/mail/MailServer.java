package io.sharewire.mail;

import io.sharewire.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that takes the mails, and how to connect to it.
 *
 * <p>Immutable and thread-safe. Prints no credential.
 */
public final class MailServer {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|::1");
    private static final Pattern LOGIN = Pattern.compile("[^\\p{Cntrl}]{1,320}");
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Builder values;

    private MailServer(Builder values) {
        this.values = values;
    }

    /** Starts with the server's name or IP address. */
    public static Builder builder(String host) {
        return new Builder(host);
    }

    /** A builder that starts from this server. */
    public Builder toBuilder() {
        return values.copy();
    }

    String host() {
        return values.host;
    }

    int port() {
        return values.port == null ? values.security.defaultPort() : values.port;
    }

    /** {@code host:port}, for messages. */
    String address() {
        return host() + ":" + port();
    }

    MailSecurity security() {
        return values.security;
    }

    Optional<SSLSocketFactory> sslSocketFactory() {
        return Optional.ofNullable(values.sslSocketFactory);
    }

    Optional<MailLogin> login() {
        return Optional.ofNullable(values.login);
    }

    /** Empty for the sender's domain. */
    Optional<String> ehloName() {
        return Optional.ofNullable(values.ehloName);
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

    @Override
    public String toString() {
        return "MailServer[" + address() + ", " + security() + "]";
    }

    /** Collects what is known of a server; not thread-safe. */
    public static final class Builder {

        private final String host;
        private @Nullable Integer port;
        private MailSecurity security = MailSecurity.STARTTLS;
        private boolean allowPlain;
        private @Nullable SSLSocketFactory sslSocketFactory;
        private @Nullable MailLogin login;
        private boolean halfLogin;
        private @Nullable String ehloName;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration readTimeout = Duration.ofSeconds(60);
        private Duration writeTimeout = Duration.ofSeconds(30);
        private MailConnections connections = MailConnections.defaults();

        private Builder(String host) {
            this.host = host;
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
         * The server.
         *
         * @throws IllegalArgumentException with everything that is wrong
         */
        public MailServer build() {
            MailValidation validation = new MailValidation("MailServer")
                    .required("host", host)
                    .check("host", host.isBlank() ? null : host, HOST.asMatchPredicate(), "a name or an IP address")
                    .check(port == null || (port > 0 && port <= 65_535), "port must be 1 to 65535, not " + port)
                    .domain("ehloName", ehloName);
            checkLogin(validation);
            checkTime(validation, "connectTimeout", connectTimeout);
            checkTime(validation, "readTimeout", readTimeout);
            checkTime(validation, "writeTimeout", writeTimeout);
            validation.orThrow();
            return new MailServer(copy());
        }

        private void checkLogin(MailValidation validation) {
            validation
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
        }

        private static void checkTime(MailValidation validation, String name, Duration time) {
            validation.check(
                    time.toMillis() > 0 && time.compareTo(LONGEST) <= 0,
                    name + " must be above zero and at most an hour, not " + time);
        }

        private Builder copy() {
            Builder copy = new Builder(host);
            copy.port = port;
            copy.security = security;
            copy.allowPlain = allowPlain;
            copy.sslSocketFactory = sslSocketFactory;
            copy.login = login;
            copy.ehloName = ehloName;
            copy.connectTimeout = connectTimeout;
            copy.readTimeout = readTimeout;
            copy.writeTimeout = writeTimeout;
            copy.connections = connections;
            return copy;
        }
    }
}
