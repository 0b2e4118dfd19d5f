package io.sharewire.mail;

/** How far the dialogue with a mail server had come, in order. */
enum SmtpPhase {
    /** Greeting, TLS and login. */
    CONNECT,
    /** {@code MAIL FROM}. */
    SENDER,
    /** {@code RCPT TO}. */
    RECIPIENT,
    /** {@code DATA} and the message, up to the dot that ends it: without the dot, nothing is accepted. */
    DATA,
    /** The dot may have been sent: from here on only the server's answer tells whether it has the message. */
    DOT
}
