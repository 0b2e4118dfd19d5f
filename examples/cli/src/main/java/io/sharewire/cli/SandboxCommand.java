package io.sharewire.cli;

import io.sharewire.testkit.Sandbox;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs all platforms on this machine until it is stopped. */
@Command(
        name = "sandbox",
        description = "Runs the platforms until stopped; prints their addresses and tokens as one JSON line.",
        mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--port", paramLabel = "N", description = "the HTTP port; default any free one")
    private int port;

    SandboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new UsageException("--port must be 0 to 65535, not " + port);
        }
        try (Sandbox sandbox = start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
            terminal.out().println(sandbox.toJson());
            terminal.out().flush();
            terminal.err().println("The sandbox is open at " + sandbox.url() + " – stop it with Ctrl-C.");
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private Sandbox start() {
        try {
            return Sandbox.start(port);
        } catch (IllegalStateException e) {
            throw new UsageException("port " + port + " cannot be used: " + e.getMessage(), e);
        }
    }
}
