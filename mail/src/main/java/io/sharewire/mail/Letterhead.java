package io.sharewire.mail;

import org.jspecify.annotations.Nullable;

/**
 * What all mails of one sender have in common.
 *
 * @param from null in a preview without an account
 * @param replyTo null for the sender
 * @param picture where an editor chose nothing else
 * @param smtpUtf8 whether recipients may have letters beyond ASCII before the {@code @}
 */
record Letterhead(@Nullable Mailbox from, @Nullable Mailbox replyTo, MailPicture picture, boolean smtpUtf8) {

    static Letterhead of(MailSettings settings) {
        return new Letterhead(
                settings.from(), settings.replyTo().orElse(null), settings.picture(), settings.smtpUtf8());
    }

    /** The domain that content ids are made of. */
    String domain() {
        return from == null ? "mail.invalid" : from.domain();
    }
}
