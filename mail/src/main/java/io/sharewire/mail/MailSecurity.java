package io.sharewire.mail;

/** How the connection to the mail server is protected. */
public enum MailSecurity {
    /** Not at all: for a server on this machine, or one in a network that is trusted on purpose. Default port 25. */
    NONE(25),
    /** Upgraded by {@code STARTTLS}, which is required: a server that does not offer it gets nothing. Default port 587. */
    STARTTLS(587),
    /** Encrypted from the first byte. Default port 465. */
    TLS(465);

    private final int defaultPort;

    MailSecurity(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    int defaultPort() {
        return defaultPort;
    }
}
