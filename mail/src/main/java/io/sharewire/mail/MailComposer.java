package io.sharewire.mail;

import io.sharewire.Draft;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Puts before a draft's bytes what belongs to one mail: {@code To}, {@code Date}, {@code Message-ID}, how to unsubscribe,
 * and, over all of it, the signature.
 *
 * <p>For one batch of one draft.
 */
final class MailComposer {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final Draft draft;
    private final MailSettings settings;
    private final String date;
    private final byte[] common;

    MailComposer(Draft draft, MailSettings settings, Instant date) {
        this.draft = draft;
        this.settings = settings;
        this.date = date(date);
        this.common = common(draft);
    }

    /** The value of a {@code Date} header. */
    static String date(Instant date) {
        return DATE.format(date.atOffset(ZoneOffset.UTC));
    }

    /** The part of a draft that is the same for every recipient. */
    static byte[] common(Draft draft) {
        return draft.payload().get(0).body().getBytes(StandardCharsets.US_ASCII);
    }

    /** The mail to one recipient. */
    MailDelivery toOne(String address) {
        String own = settings.unsubscribe()
                .map(unsubscribe -> unsubscribe.headers(address))
                .orElse("");
        return delivery(List.of(address), "To: " + address + "\r\n", messageId(address), own);
    }

    /**
     * The one mail for all, to those of them that are still to get it.
     *
     * @param all every recipient of the draft: whoever gets the mail sees them
     */
    MailDelivery toAll(List<String> all, List<String> now) {
        return delivery(now, toHeader(all), messageId(all), "");
    }

    String messageId(String address) {
        return MessageIds.of(draft, address, settings.messageIdDomain());
    }

    String messageId(List<String> all) {
        return MessageIds.of(draft, String.join("\n", all), settings.messageIdDomain());
    }

    private MailDelivery delivery(List<String> recipients, String to, String messageId, String personal) {
        byte[] own = (to + "Date: " + date + "\r\nMessage-ID: " + messageId + "\r\n"
                        + (settings.autoSubmitted() ? "Auto-Submitted: auto-generated\r\n" : "") + personal)
                .getBytes(StandardCharsets.UTF_8);
        byte[] signed =
                settings.signer().map(signer -> signer.sign(own, common)).orElse(own);
        return new MailDelivery(settings.envelopeFrom(messageId), recipients, messageId, signed, common);
    }

    /** One address on each line, so that no line grows too long. */
    private static String toHeader(List<String> all) {
        return all.stream().collect(Collectors.joining(",\r\n ", "To: ", "\r\n"));
    }
}
