package io.sharewire.mail;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The mail library's properties for a server. The defaults of the three time-outs are endless, TLS is opportunistic, and
 * the name for {@code EHLO} is looked up in the DNS: all of them are set here.
 */
final class MailSession {

    /** For all connections: by itself the library starts a thread for each, and those keep a finished program alive. */
    private static final ScheduledThreadPoolExecutor WRITE_TIMER = writeTimer();

    private MailSession() {}

    /** A session of its own: the library's default one is shared by the whole JVM. Debug output is never on. */
    static Session of(MailSettings settings) {
        MailServer server = settings.server();
        Properties properties = new Properties();
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        properties.put(
                "mail.smtp.localhost", server.ehloName().orElse(settings.from().domain()));
        properties.put("mail.smtp.connectiontimeout", millis(server.connectTimeout()));
        properties.put("mail.smtp.timeout", millis(server.readTimeout()));
        properties.put("mail.smtp.writetimeout", millis(server.writeTimeout()));
        properties.put("mail.smtp.executor.writetimeout", WRITE_TIMER);
        properties.put("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        server.login()
                .filter(MailLogin::isOAuth)
                .ifPresent(login -> properties.put("mail.smtp.auth.mechanisms", "XOAUTH2"));
        if (settings.deliveryReports()) {
            properties.put("mail.smtp.dsn.notify", "FAILURE,DELAY");
            properties.put("mail.smtp.dsn.ret", "HDRS");
        }
        boolean startTls = server.security() == MailSecurity.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(server.security() == MailSecurity.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        server.sslSocketFactory().ifPresent(factory -> {
            properties.put("mail.smtp.ssl.socketFactory", factory);
            properties.put("mail.smtp.ssl.socketFactory.fallback", "false");
        });
        properties.put("mail.mime.allowutf8", Boolean.toString(settings.smtpUtf8()));
        // One refused recipient must not keep the others from their mail; who was refused, each reply tells.
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.smtp.reportsuccess", "false");
        properties.put("mail.smtp.allow8bitmime", "false");
        // The answer to QUIT tells nothing; waiting for it could hold up a share that is out.
        properties.put("mail.smtp.quitwait", "false");
        return Session.getInstance(properties);
    }

    private static ScheduledThreadPoolExecutor writeTimer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "sharewire-mail-write-timeout");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
