package io.sharewire.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** A list that is a file, one address on each line; see {@link MailList#lines}. */
final class LineList implements MailList {

    private static final int OCTETS = 8;

    private final Path file;

    LineList(Path file) {
        this.file = file;
    }

    @Override
    public String version() {
        try (Stream<String> recipients = recipients()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            recipients.forEach(address -> digest.update((address + "\n").getBytes(StandardCharsets.UTF_8)));
            return "lines-" + HexFormat.of().formatHex(digest.digest(), 0, OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int size() {
        try (Stream<String> recipients = recipients()) {
            return Math.toIntExact(recipients.count());
        }
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // The caller closes it, as the interface says.
    public Stream<String> recipients() {
        try {
            return Files.lines(file).map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException("the recipient list " + file + " cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return "MailList[" + file + "]";
    }
}
