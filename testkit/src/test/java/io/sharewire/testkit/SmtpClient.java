package io.sharewire.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A raw SMTP conversation, so that tests can say what no mail library would. */
final class SmtpClient implements Closeable {

    private final Socket socket;
    private final InputStream in;

    SmtpClient(MailSimulator mail) throws IOException {
        socket = new Socket(mail.host(), mail.port());
        socket.setSoTimeout(60_000);
        in = socket.getInputStream();
        readReply();
    }

    void patientFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    /** Sends a line and gives the reply, or an empty text if the connection has ended. */
    String say(String line) throws IOException {
        write(line + "\r\n");
        return readReply();
    }

    /** Sends a message up to and with the final dot. */
    String mail(String to, String content) throws IOException {
        say("MAIL FROM:<newsdesk@news.example>");
        say("RCPT TO:<" + to + ">");
        String reply = say("DATA");
        if (!reply.startsWith("354")) {
            return reply;
        }
        return say(content + "\r\n.");
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private String readReply() throws IOException {
        String line = readLine();
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = readLine();
        }
        return line;
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
