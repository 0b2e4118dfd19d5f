package io.sharewire.testkit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as the Graph API writes and reads them. */
final class GraphTime {

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+0000'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[XXX][XX]");

    private GraphTime() {}

    static String format(Instant time) {
        return WRITTEN.format(time);
    }

    /** Reads UNIX seconds and ISO 8601 with an offset; nothing from anything else. */
    static Optional<Instant> parse(String value) {
        try {
            return Optional.of(
                    value.matches("\\d{1,12}")
                            ? Instant.ofEpochSecond(Long.parseLong(value))
                            : OffsetDateTime.parse(value, READ).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
