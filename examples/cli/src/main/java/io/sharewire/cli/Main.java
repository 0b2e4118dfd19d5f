package io.sharewire.cli;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** Starts the command. */
public final class Main {

    /** A failure of ours rather than of the input: not among the documented codes, as nobody should see it. */
    private static final int INTERNAL = 70;

    private Main() {}

    /** The process's entry. Exit codes: 0 all shared, 1 something rejected, 2 usage or input, 3 something unknown. */
    public static void main(String[] args) {
        System.exit(run(Terminal.system(), System.getenv(), args));
    }

    static int run(Terminal terminal, Map<String, String> environment, String... args) {
        Logger.getLogger("").setLevel(Level.WARNING);
        CommandLine command = SharewireCommand.create(terminal, environment);
        command.setParameterExceptionHandler((problem, rest) -> {
            terminal.err().println("sharewire: " + problem.getMessage());
            terminal.err()
                    .println("Try '" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
            return ExitCode.USAGE;
        });
        command.setExecutionExceptionHandler((problem, on, parsed) -> {
            if (problem instanceof UsageException) {
                terminal.err().println("sharewire: " + problem.getMessage());
                return ExitCode.USAGE;
            }
            terminal.err().println("sharewire: internal error: " + problem);
            if (environment.containsKey("SHAREWIRE_DEBUG")) {
                problem.printStackTrace(terminal.err());
            } else {
                terminal.err().println("Set SHAREWIRE_DEBUG=1 for the stack trace.");
            }
            return INTERNAL;
        });
        return command.execute(args);
    }
}
