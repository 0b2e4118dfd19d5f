package io.sharewire.testkit;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server on a port of its own: SMTP without encryption or log-in, every recipient is accepted.
 *
 * <p>A post is one accepted message, whatever the number of its recipients. Messages with the same Message-ID are all
 * kept, as real servers keep them. {@link Fault#STORED_THEN_500} cannot be shown: a refusal after the final dot means
 * that the message was not taken. {@link Fault#STORED_THEN_MALFORMED_BODY} is a reply that is no SMTP reply.
 */
public final class MailSimulator implements PlatformSimulator {

    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]+");

    private final GreenMail server;
    private final SmtpRelay relay;
    private final FaultScript script = new FaultScript(
            "mail",
            EnumSet.of(
                    Fault.NONE,
                    Fault.STORED_THEN_RESET,
                    Fault.STORED_THEN_DELAYED,
                    Fault.STORED_THEN_MALFORMED_BODY,
                    Fault.NOT_STORED_500,
                    Fault.RATE_LIMITED));

    MailSimulator(Clock clock) {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        relay = new SmtpRelay(server.getSmtp().getPort(), script, clock);
    }

    /** The host that listens. */
    public String host() {
        return "127.0.0.1";
    }

    /** The port that listens. */
    public int port() {
        return relay.port();
    }

    /** The accepted messages, oldest first. */
    public List<MimeMessage> messages() {
        return relay.deliveries().stream().map(MailSimulator::parse).toList();
    }

    /** How many connections were opened since the last reset. */
    public int connections() {
        return relay.connections();
    }

    /** What no client should send although servers take it: Bcc headers, 8-bit headers, overlong encoded-words. */
    public List<String> complaints() {
        return relay.deliveries().stream()
                .flatMap(delivery -> MailRules.complaints(delivery).stream())
                .toList();
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void inject(Fault... faults) {
        script.add(faults);
    }

    @Override
    public Set<Fault> faults() {
        return script.possible();
    }

    @Override
    public List<SimulatedPost> posts() {
        List<MailDelivery> deliveries = relay.deliveries();
        List<SimulatedPost> posts = new ArrayList<>();
        for (MailDelivery delivery : deliveries) {
            posts.add(asSeen(delivery, posts.size() + 1));
        }
        return posts;
    }

    /** Messages that reached the final dot, and those refused before it since the sender sent too much. */
    @Override
    public int createRequests() {
        return script.arrived();
    }

    /** Asks for a log-in from now on, since there is no token that could expire. */
    @Override
    public void expireToken() {
        relay.lock(true);
    }

    @Override
    public void reset() {
        script.reset();
        relay.reset();
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException("the mailboxes cannot be emptied", e);
        }
    }

    void delay(Duration held) {
        relay.delay(held);
    }

    /** How many copies lie in the server's mailboxes: one for each recipient of each message. */
    int storedCopies() {
        return server.getReceivedMessages().length;
    }

    void close() {
        relay.close();
        server.stop();
    }

    private static MimeMessage parse(MailDelivery delivery) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(delivery.content().getBytes(StandardCharsets.ISO_8859_1)));
        } catch (MessagingException e) {
            throw new IllegalStateException("an accepted message cannot be read", e);
        }
    }

    private static SimulatedPost asSeen(MailDelivery delivery, int number) {
        MimeMessage message = parse(delivery);
        try {
            String subject = message.getSubject() == null ? "" : message.getSubject();
            String body = plainText(message).strip();
            Matcher url = URL.matcher(body);
            Map<String, String> details = new LinkedHashMap<>();
            details.put("from", delivery.sender());
            details.put("to", String.join(", ", delivery.recipients()));
            details.put("subject", subject);
            String id = message.getMessageID() == null ? "mail-" + number : message.getMessageID();
            return new SimulatedPost(
                    id,
                    (subject + "\n\n" + body.replace("\r\n", "\n")).strip(),
                    url.find() ? url.group() : null,
                    null,
                    delivery.at(),
                    details);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("an accepted message cannot be read", e);
        }
    }

    private static String plainText(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart inner = multipart.getBodyPart(i);
                String text = plainText(inner);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return content instanceof String text && part.isMimeType("text/plain") ? text : "";
    }
}
