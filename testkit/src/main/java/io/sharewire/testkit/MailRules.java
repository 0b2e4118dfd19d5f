package io.sharewire.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a message must look like on the wire. */
final class MailRules {

    private static final int LONGEST_LINE = 998;
    private static final int LONGEST_ENCODED_WORD = 75;
    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^?\\s]+\\?[bBqQ]\\?[^?\\s]*\\?=");

    private MailRules() {}

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** The reply with which a strict server refuses this message, if it does. */
    static Optional<String> refusal(List<String> lines) {
        for (String line : lines) {
            if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
                return Optional.of("554 5.6.0 Bare CR or LF is not allowed");
            }
            if (line.length() > LONGEST_LINE) {
                return Optional.of("554 5.6.0 Line longer than " + LONGEST_LINE + " octets");
            }
        }
        return Optional.empty();
    }

    /** What a server lets pass although no client should send it. */
    static List<String> complaints(MailDelivery delivery) {
        int end = delivery.content().indexOf("\r\n\r\n");
        String header = end < 0 ? delivery.content() : delivery.content().substring(0, end);
        List<String> complaints = new ArrayList<>();
        if (("\r\n" + header).toLowerCase(Locale.ROOT).contains("\r\nbcc:")) {
            complaints.add("a Bcc header was sent");
        }
        if (!delivery.utf8() && !isAscii(header)) {
            complaints.add("a header holds 8-bit characters without SMTPUTF8");
        }
        Matcher words = ENCODED_WORD.matcher(header);
        while (words.find()) {
            if (words.group().length() > LONGEST_ENCODED_WORD) {
                complaints.add("an encoded-word is longer than " + LONGEST_ENCODED_WORD + " characters");
            }
        }
        return complaints;
    }
}
