package io.sharewire.mail;

/** How an article mail shows the lead picture. */
public enum MailPicture {
    /** Loaded from its address when the reader's program allows it; the mail stays small. The default. */
    REMOTE,
    /**
     * Carried along as the first JPEG, PNG or GIF of {@link io.sharewire.Share#media}: seen at once and without a request
     * that tells on the reader. Every recipient gets its bytes, and a third more for the encoding.
     */
    INLINE,
    /** No picture. */
    NONE
}
