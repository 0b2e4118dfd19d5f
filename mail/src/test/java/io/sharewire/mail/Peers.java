package io.sharewire.mail;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The mail servers that are not ours, as {@code peers.sh} unpacks them; they run in a folder of their own, never as root. */
final class Peers {

    private static final boolean ROOT = System.getProperty("user.name").equals("root");

    private Peers() {}

    /** A file of theirs; a test that does not find it is skipped, and says so. */
    static Path need(String path) {
        String given = System.getenv("SHAREWIRE_PEERS");
        String cache = System.getenv("XDG_CACHE_HOME");
        Path folder = given != null
                ? Path.of(given)
                : (cache != null ? Path.of(cache) : Path.of(System.getProperty("user.home"), ".cache"))
                        .resolve("sharewire-peers");
        Path file = folder.resolve(path);
        assumeTrue(Files.exists(file), "this machine has no " + file + ": run mail/src/test/peers.sh (needs apt)");
        return file;
    }

    /** Copies a file, or all files of a folder, to where an unprivileged process can read it. */
    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.isDirectory(from) ? Files.list(from) : Stream.of(from)) {
            Files.createDirectories(to);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The user and the group that processes get. */
    static int[] user() {
        if (ROOT) {
            return new int[] {65_534, 65_534};
        }
        try {
            Path home = Path.of(System.getProperty("user.home"));
            return new int[] {
                (Integer) Files.getAttribute(home, "unix:uid"), (Integer) Files.getAttribute(home, "unix:gid")
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process in {@code folder}, which it owns. */
    static ProcessBuilder process(Path folder, List<String> command) {
        List<String> whole = new ArrayList<>();
        if (ROOT) {
            int[] user = user();
            own(folder, "nobody");
            whole.addAll(List.of("setpriv", "--reuid=" + user[0], "--regid=" + user[1], "--clear-groups"));
        }
        whole.addAll(command);
        return new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile());
    }

    /** Waits until a process that was just started takes connections. */
    static Process untilItListens(Process process, int port, Path folder) throws IOException {
        for (int tries = 0; process.isAlive() && tries < 600; tries++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return process;
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("it does not listen: " + Files.readString(folder.resolve("out.txt")));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ends a process and what it started. */
    static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void own(Path folder, String user) {
        try {
            UserPrincipal owner =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                    Files.setOwner(dir, owner);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.setOwner(file, owner);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
