package io.sharewire.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command that holds the others; by itself it says what there is. */
@Command(
        name = "sharewire",
        description =
                "Shares an article on Facebook, Twitter/X, KakaoTalk, by mail and by link: as previewed, never twice.",
        mixinStandardHelpOptions = true,
        version = "sharewire 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "SOURCE is an article's HTML file, an article JSON file, an http(s) address, or - for standard input.",
            "Exit codes: 0 all shared, 1 something rejected, 2 usage or input error, 3 some outcome unknown.",
            "",
            "First steps: sharewire share examples/articles/han-river-bridge.ko.html --sandbox"
        })
final class SharewireCommand {

    private SharewireCommand() {}

    static CommandLine create(Terminal terminal, Map<String, String> environment) {
        CommandLine line = new CommandLine(new SharewireCommand())
                .addSubcommand(new ReadCommand(terminal))
                .addSubcommand(new PreviewCommand(terminal, environment))
                .addSubcommand(new ShareCommand(terminal, environment))
                .addSubcommand(new ButtonsCommand(terminal, environment))
                .addSubcommand(new TagsCommand(terminal))
                .addSubcommand(new PreflightCommand(terminal))
                .addSubcommand(new LinkCommand(terminal, environment))
                .addSubcommand(new QrCommand(terminal, environment))
                .addSubcommand(new SandboxCommand(terminal));
        line.setOut(writer(terminal.out()));
        line.setErr(writer(terminal.err()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.outIsTerminal() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        return line;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
