package io.sharewire.mail;

import io.sharewire.Progress;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes down how far a batch has come, in a small file, before and after each recipient: after a crash, {@link
 * #progress()} resumes behind the recipient that was being tried then, which is in doubt.
 *
 * <p>For a {@link MailList}: whom the server refuses counts as settled. The file survives the end of the process; that the
 * disk has it when the machine loses power is up to the operating system. Thread-safe, but for one batch at a time.
 */
public final class MailJournal implements MailListener, AutoCloseable {

    private final FileChannel file;
    private final TreeSet<Integer> inDoubt = new TreeSet<>();
    private final TreeSet<Integer> pending = new TreeSet<>();
    private int next;
    private @Nullable String lastId;

    private MailJournal(FileChannel file, Progress progress) {
        this.file = file;
        this.inDoubt.addAll(progress.inDoubt());
        this.pending.addAll(progress.pending());
        this.next = progress.next();
        this.lastId = progress.lastId();
    }

    /**
     * Opens the journal in {@code file}, or begins one.
     *
     * @throws UncheckedIOException if the file cannot be read or written
     */
    public static MailJournal in(Path file) {
        try {
            String before = Files.exists(file) ? Files.readString(file).strip() : "";
            return new MailJournal(
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    before.isEmpty() ? Progress.none() : Progress.fromJson(before));
        } catch (IOException e) {
            throw new UncheckedIOException("the journal " + file + " cannot be opened", e);
        }
    }

    /** How far the batch has come, for {@link MailTarget#publish(io.sharewire.Draft, Progress)}. */
    public synchronized Progress progress() {
        return new Progress(next, lastId, List.copyOf(inDoubt), List.copyOf(pending));
    }

    @Override
    public synchronized void sending(int index, String recipient) {
        next = Math.max(next, index + 1);
        pending.remove(index);
        inDoubt.add(index);
        write();
    }

    @Override
    public synchronized void accepted(int index, String recipient, String messageId) {
        lastId = messageId;
        settled(index);
    }

    @Override
    public synchronized void refused(int index, String recipient, Rejected why) {
        next = Math.max(next, index + 1);
        settled(index);
    }

    @Override
    public synchronized void inDoubt(int index, String recipient, Unknown why) {
        inDoubt.add(index);
        write();
    }

    @Override
    public synchronized void stopped(int index, String recipient, Rejected why) {
        pending.add(index);
        settled(index);
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be closed", e);
        }
    }

    private void settled(int index) {
        inDoubt.remove(index);
        write();
    }

    /** In one write, ended by blanks that cover a longer line before it. */
    private void write() {
        try {
            byte[] line = (progress().toJson() + "\n").getBytes(StandardCharsets.UTF_8);
            ByteBuffer whole = ByteBuffer.allocate((int) Math.max(line.length, file.size()));
            whole.put(line);
            while (whole.hasRemaining()) {
                whole.put((byte) ' ');
            }
            whole.flip();
            file.position(0);
            while (whole.hasRemaining()) {
                file.write(whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }
}
