package io.sharewire.mail;

import io.sharewire.Draft;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The Message-ID of a mail: the same for every attempt to send the same draft to the same recipient, so that mailboxes
 * that look for duplicates find them, and a server's log can be searched; another one for everybody else.
 */
final class MessageIds {

    private static final int OCTETS = 16;

    private MessageIds() {}

    static String of(Draft draft, String recipient, String domain) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((draft.key() + '\n' + recipient + '\n' + draft.fingerprint())
                            .getBytes(StandardCharsets.UTF_8));
            return "<share." + HexFormat.of().formatHex(hash, 0, OCTETS) + "@" + domain + ">";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
