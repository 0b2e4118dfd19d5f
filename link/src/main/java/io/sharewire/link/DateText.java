package io.sharewire.link;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as pages write them: ISO 8601 with and without its punctuation, {@code 2026.11.24 09:00}, RFC 1123. A time without
 * a zone is taken to be in the zone of the site, and its source says so.
 */
final class DateText {

    private static final Pattern TIME = Pattern.compile(
            "(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})\\.?"
                    + "(?:(?:T|\\s+|\\s*T\\s*)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?)?"
                    + "\\s*(Z|UTC|GMT|KST|JST|[+-]\\d{2}(?::?\\d{2})?)?(?:\\[[A-Za-z/_]+])?",
            Pattern.CASE_INSENSITIVE);

    private DateText() {}

    /** The time that {@code found} tells; empty if it tells none. */
    static Optional<Finding<OffsetDateTime>> read(Finding<String> found, ZoneId zone) {
        String text = found.value().strip();
        try {
            Matcher time = TIME.matcher(text);
            if (!time.matches()) {
                return Optional.of(
                        found.map(t -> OffsetDateTime.parse(t.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)));
            }
            LocalDateTime local = local(time);
            String offset = time.group(8);
            return Optional.of(
                    offset == null
                            ? found.map(t -> local.atZone(zone).toOffsetDateTime())
                                    .noting("(no zone, taken as " + zone + ")")
                            : found.map(t -> local.atOffset(offset(offset))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(Matcher time) {
        return LocalDateTime.of(
                number(time.group(1)),
                number(time.group(2)),
                number(time.group(3)),
                number(time.group(4)),
                number(time.group(5)),
                number(time.group(6)),
                nanos(time.group(7)));
    }

    private static ZoneOffset offset(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "Z", "UTC", "GMT" -> ZoneOffset.UTC;
            case "KST", "JST" -> ZoneOffset.ofHours(9);
            default -> ZoneOffset.of(text);
        };
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "000000000").substring(0, 9));
    }
}
