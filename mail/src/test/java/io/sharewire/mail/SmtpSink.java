package io.sharewire.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Postfix's {@code smtp-sink}, with the faults that its switches ask for. */
final class SmtpSink implements AutoCloseable {

    private static final Pattern RECIPIENT = Pattern.compile("(?m)^X-Rcpt-Args: <([^>]*)>");

    private final Path folder;
    private final int port;
    private final Process process;

    private SmtpSink(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @param folder an empty folder for it and the mails it takes
     * @param switches e.g. {@code -q .} to hang up on the dot that ends a mail
     */
    static SmtpSink start(Path folder, String... switches) throws IOException {
        Peers.copy(Peers.need("usr/sbin/smtp-sink"), folder);
        Peers.copy(Peers.need("usr/lib/postfix"), folder.resolve("lib"));
        Files.createDirectories(folder.resolve("mails"));
        int port = Peers.freePort();
        List<String> command = new ArrayList<>(List.of("./smtp-sink", "-d", "mails/m."));
        command.addAll(List.of(switches));
        command.addAll(List.of("127.0.0.1:" + port, "50"));
        ProcessBuilder builder = Peers.process(folder, command);
        builder.environment().merge("LD_LIBRARY_PATH", "lib:" + Peers.need("usr/lib"), (old, more) -> more + ":" + old);
        return new SmtpSink(folder, port, Peers.untilItListens(builder.start(), port, folder));
    }

    int port() {
        return port;
    }

    /** Everything it took, one file for each mail. */
    List<String> mails() {
        try (Stream<Path> files = Files.list(folder.resolve("mails"))) {
            List<String> mails = new ArrayList<>();
            for (Path file : files.toList()) {
                String mail = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (mail.contains("X-Rcpt-Args: ")) {
                    mails.add(mail);
                }
            }
            return mails;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who has a mail. */
    List<String> recipients() {
        return mails().stream()
                .flatMap(mail -> RECIPIENT.matcher(mail).results())
                .map(match -> match.group(1))
                .toList();
    }

    @Override
    public void close() {
        Peers.end(process);
    }
}
