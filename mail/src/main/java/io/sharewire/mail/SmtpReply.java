package io.sharewire.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One answer of a mail server.
 *
 * @param code the three digits; -1 if the connection ended or what came was no answer
 * @param enhanced the enhanced status code (RFC 3463), e.g. {@code 5.1.1}; empty if there is none
 * @param text the whole answer as it came, all its lines
 */
record SmtpReply(int code, String enhanced, String text) {

    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -]([45]\\.\\d{1,3}\\.\\d{1,3})\\b");

    static SmtpReply of(int code, String text) {
        Matcher matcher = ENHANCED.matcher(text);
        return new SmtpReply(code, matcher.find() ? matcher.group(1) : "", text);
    }

    boolean isAccepted() {
        return code >= 200 && code < 300;
    }

    boolean isRefused() {
        return code >= 400 && code < 600;
    }

    /** For now, not for ever. The enhanced code beats the basic one: 552 5.2.2 stays, 552 4.2.2 would pass. */
    boolean isTemporary() {
        return enhanced.isEmpty() ? code < 500 : enhanced.startsWith("4");
    }

    /** Subject and detail of the enhanced code, which mean the same for 4.x.x and 5.x.x, e.g. {@code 1.1}. */
    String detail() {
        return enhanced.isEmpty() ? "" : enhanced.substring(2);
    }

    /** For results, e.g. {@code 550/5.1.1}. */
    String label() {
        return enhanced.isEmpty() ? Integer.toString(code) : code + "/" + enhanced;
    }
}
