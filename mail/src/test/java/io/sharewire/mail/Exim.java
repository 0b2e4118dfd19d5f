package io.sharewire.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Exim, a real mail server: queues what it takes and delivers it into one mbox. It refuses the local parts {@code nosuch}
 * (550) and {@code grey} (451) and every domain but {@code example.test}.
 */
final class Exim implements AutoCloseable {

    private static final Pattern RECIPIENT = Pattern.compile("(?m)^Envelope-to: (.*(?:\\n\\s.*)*)$");

    private final Path folder;
    private final int port;
    private final Process daemon;

    private Exim(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.daemon =
                Peers.untilItListens(run("-bdf", "-oX", "127.0.0.1." + port).start(), port, folder);
    }

    static Exim start(Path folder) throws IOException {
        Peers.copy(Peers.need("usr/sbin/exim4"), folder);
        Path libraries = Peers.need("usr/lib");
        try (Stream<Path> all = Files.walk(libraries, 2)) {
            for (Path library : all.filter(file -> file.getFileName().toString().contains(".so"))
                    .toList()) {
                Files.createDirectories(folder.resolve("lib"));
                Files.copy(library, folder.resolve("lib").resolve(library.getFileName()));
            }
        }
        for (String name : List.of("spool", "log", "mail")) {
            Files.createDirectories(folder.resolve(name));
        }
        int[] user = Peers.user();
        // The program insists on the account it was built for; here it is the one that runs it.
        Files.writeString(
                folder.resolve("passwd"),
                "peer:x:%1$d:%2$d::/:/bin/false\nDebian-exim:x:%1$d:%2$d::/:/bin/false\n".formatted(user[0], user[1]));
        Files.writeString(folder.resolve("group"), "peer:x:%1$d:\nDebian-exim:x:%1$d:\n".formatted(user[1]));
        Files.writeString(folder.resolve("exim.conf"), configuration(folder));
        return new Exim(folder, Peers.freePort());
    }

    int port() {
        return port;
    }

    /** Delivers what is queued, and answers what the mbox holds then. */
    String mbox() throws IOException, InterruptedException {
        run("-qff").start().waitFor();
        Path mbox = folder.resolve("mail/mbox");
        return Files.exists(mbox) ? Files.readString(mbox, StandardCharsets.ISO_8859_1) : "";
    }

    /** Who has a mail in the mbox, once for each copy. */
    List<String> delivered() throws IOException, InterruptedException {
        return RECIPIENT
                .matcher(mbox())
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(",\\s*")))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        Peers.end(daemon);
    }

    private ProcessBuilder run(String... switches) {
        Stream<String> command = Stream.concat(
                Stream.of("./exim4", "-C", folder.resolve("exim.conf").toString()), Stream.of(switches));
        ProcessBuilder builder = Peers.process(folder, command.toList());
        builder.environment().put("LD_LIBRARY_PATH", folder.resolve("lib").toString());
        builder.environment()
                .put("LD_PRELOAD", folder.resolve("lib/libnss_wrapper.so").toString());
        builder.environment().put("NSS_WRAPPER_PASSWD", folder.resolve("passwd").toString());
        builder.environment().put("NSS_WRAPPER_GROUP", folder.resolve("group").toString());
        return builder;
    }

    private static String configuration(Path folder) {
        return """
                exim_path = FOLDER/exim4
                primary_hostname = mx.test
                spool_directory = FOLDER/spool
                log_file_path = FOLDER/log/%slog
                pid_file_path = FOLDER/exim.pid
                exim_user = peer
                exim_group = peer
                never_users =
                keep_environment = LD_LIBRARY_PATH : LD_PRELOAD : NSS_WRAPPER_PASSWD : NSS_WRAPPER_GROUP
                tls_advertise_hosts =
                host_lookup =
                queue_only = true
                acl_smtp_rcpt = acl_rcpt
                acl_smtp_data = accept
                deliver_drop_privilege = true
                domainlist local_domains = example.test
                begin acl
                acl_rcpt:
                  deny local_parts = nosuch
                    message = 5.1.1 no such user
                  defer local_parts = grey
                    message = 4.7.0 greylisted
                  accept domains = +local_domains
                  deny message = 5.7.1 relay denied
                begin routers
                all:
                  driver = accept
                  transport = filedrop
                begin transports
                filedrop:
                  driver = appendfile
                  file = FOLDER/mail/mbox
                  create_file = anywhere
                  envelope_to_add
                  return_path_add
                  batch_max = 100
                """.replace("FOLDER", folder.toString());
    }
}
