package io.sharewire.mail;

import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A recipient list that is too long to be held in memory or shown in a draft, read one address at a time.
 *
 * <p>{@link #version} names the exact list: as long as it is the same, so are the size, the recipients and their order. A
 * draft carries the version instead of the addresses, so that a batch that broke off is resumed on the very list it began
 * with. Implementations are thread-safe.
 *
 * <p>Of such a list a batch remembers a position and no names: whom the server refuses is told to the target's
 * {@link MailListener} and counted, and is not tried again when the batch is resumed.
 */
public interface MailList {

    /**
     * Names this list in this state, e.g. {@code subscribers@2026-11-24}: 1 to 128 visible ASCII characters. Asked when a
     * draft is made, and again before it is sent.
     */
    String version();

    /** The number of recipients. */
    int size();

    /**
     * The recipients from the first on: bare addresses, each of them once. What is not one counts as a refused recipient; the others still
     * get their mail. The caller closes the stream.
     */
    Stream<String> recipients();

    /** A list that comes from somewhere else, such as a query; {@code recipients} opens a new stream each time. */
    static MailList of(String version, int size, Supplier<Stream<String>> recipients) {
        return new MailList() {
            @Override
            public String version() {
                return version;
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public Stream<String> recipients() {
                return recipients.get();
            }
        };
    }

    /**
     * A UTF-8 file with one address on each line; blank lines and lines that begin with {@code #} do not count.
     *
     * <p>Its version comes from its content, so the file is read once more for each draft and each attempt.
     *
     * @throws java.io.UncheckedIOException from the list's methods, if the file cannot be read
     */
    static MailList lines(Path file) {
        return new LineList(file);
    }
}
