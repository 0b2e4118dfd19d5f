package io.sharewire.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One client's conversation with the mail server, with the relay listening in. */
final class SmtpSession implements Closeable {

    private static final String TOO_MUCH = "450 4.7.0 Too many messages from this sender, try again later";

    private final SmtpRelay relay;
    private final SmtpChannel client;
    private SmtpChannel server;
    private String sender = "";
    private final List<String> recipients = new ArrayList<>();
    private boolean utf8;
    private boolean refusing;

    SmtpSession(SmtpRelay relay, SmtpChannel client) throws IOException {
        this.relay = relay;
        this.client = client;
        this.server = relay.connectToServer();
    }

    void run() throws IOException, InterruptedException {
        client.write(server.readReply());
        String line = client.readLine();
        while (line != null) {
            String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "MAIL" -> mail(line);
                case "RCPT" -> rcpt(line);
                case "DATA" -> {
                    if (!data(line)) {
                        return;
                    }
                }
                case "RSET", "EHLO", "HELO" -> {
                    forget();
                    relayed(line);
                }
                default -> relayed(line);
            }
            line = verb.equals("QUIT") ? null : client.readLine();
        }
    }

    @Override
    public void close() throws IOException {
        relay.forget(server);
        server.close();
    }

    private void mail(String line) throws IOException {
        if (relay.isLocked()) {
            client.writeLine("530 5.7.0 Authentication required");
            return;
        }
        forget();
        utf8 = line.toUpperCase(Locale.ROOT).endsWith(" SMTPUTF8");
        if (isNarrowed(line)) {
            return;
        }
        sender = address(line);
        relayed(line);
    }

    private void rcpt(String line) throws IOException {
        refusing = refusing || relay.script().nextIs(Fault.RATE_LIMITED);
        if (refusing) {
            client.writeLine(TOO_MUCH);
        } else if (!isNarrowed(line) && relayed(line).startsWith("250")) {
            recipients.add(address(line));
        }
    }

    /** An address with bytes above ASCII needs SMTPUTF8; without it, somebody has cut characters down to bytes. */
    private boolean isNarrowed(String line) throws IOException {
        boolean narrowed = !utf8 && !MailRules.isAscii(line);
        if (narrowed) {
            client.writeLine("553 5.6.7 The address needs SMTPUTF8");
        }
        return narrowed;
    }

    /** Takes the message; false if the conversation is over then. */
    private boolean data(String line) throws IOException, InterruptedException {
        if (!relayed(line).startsWith("354")) {
            return true;
        }
        List<String> lines = readMessage();
        Fault fault = relay.script().next();
        String refusal = refusal(fault, lines);
        if (refusal != null) {
            startOver();
            client.writeLine(refusal);
            return true;
        }
        server.write(lines.stream().map(text -> text + "\r\n").collect(Collectors.joining()) + ".\r\n");
        String reply = server.readReply();
        if (reply.startsWith("250")) {
            relay.deliveries().add(delivery(lines));
        }
        forget();
        return answer(fault, reply);
    }

    private boolean answer(@Nullable Fault fault, String reply) throws IOException, InterruptedException {
        if (fault == Fault.STORED_THEN_RESET) {
            client.reset();
            return false;
        }
        if (fault == Fault.STORED_THEN_DELAYED) {
            relay.hold();
        }
        client.write(fault == Fault.STORED_THEN_MALFORMED_BODY ? "XYZ\r\n" : reply);
        return true;
    }

    private static @Nullable String refusal(@Nullable Fault fault, List<String> lines) {
        if (fault == Fault.NOT_STORED_500) {
            return "554 5.3.0 Transaction failed";
        }
        return fault == Fault.RATE_LIMITED ? TOO_MUCH : MailRules.refusal(lines).orElse(null);
    }

    private List<String> readMessage() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = client.readLine(); line != null; line = client.readLine()) {
            if (line.equals(".")) {
                return lines;
            }
            lines.add(line);
        }
        throw new IOException("the client hung up in the middle of a message");
    }

    private MailDelivery delivery(List<String> lines) {
        String content = lines.stream()
                .map(line -> line.startsWith(".") ? line.substring(1) : line)
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
        return new MailDelivery(
                sender, List.copyOf(recipients), content, utf8, relay.clock().instant());
    }

    /** Leaves the server's open transaction behind; the client need not know. */
    private void startOver() throws IOException {
        forget();
        close();
        server = relay.connectToServer();
        server.readReply();
        server.writeLine("EHLO relay.example");
        server.readReply();
    }

    private void forget() {
        sender = "";
        recipients.clear();
        utf8 = false;
        refusing = false;
    }

    private String relayed(String line) throws IOException {
        server.writeLine(line);
        String reply = server.readReply();
        client.write(reply);
        return reply;
    }

    private static String address(String line) {
        int start = line.indexOf('<');
        int end = line.indexOf('>', start);
        return start < 0 || end < 0 ? line : line.substring(start, end + 1);
    }
}
