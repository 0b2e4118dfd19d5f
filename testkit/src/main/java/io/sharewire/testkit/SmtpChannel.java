package io.sharewire.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One side of a relayed conversation; text holds one byte per character, so that nothing is lost on the way. */
final class SmtpChannel implements Closeable {

    private final Socket socket;
    private final InputStream in;

    SmtpChannel(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** The next line without its CRLF, or null at the end; a lone CR or LF is a part of the line. */
    @Nullable String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int last = -1;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (last == '\r' && b == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1);
                return text.substring(0, text.length() - 1);
            }
            line.write(b);
            last = b;
        }
        return null;
    }

    /** A whole reply: {@code 250-} lines up to the one with a blank behind the code. */
    String readReply() throws IOException {
        StringBuilder reply = new StringBuilder();
        String line = readLine();
        while (line != null) {
            reply.append(line).append("\r\n");
            if (line.length() < 4 || line.charAt(3) != '-') {
                return reply.toString();
            }
            line = readLine();
        }
        throw new IOException("the mail server hung up in the middle of a reply");
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    void writeLine(String line) throws IOException {
        write(line + "\r\n");
    }

    /** Cuts the connection so that the other side sees a reset instead of an orderly end. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
