package io.sharewire.cli;

import io.sharewire.ChannelPlugin;
import io.sharewire.Draft;
import io.sharewire.Length;
import io.sharewire.PluginSettings;
import io.sharewire.Problem;
import io.sharewire.Setting;
import io.sharewire.Share;
import io.sharewire.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows every draft exactly as it would be sent, and sends nothing. Needs no account. */
@Command(
        name = "preview",
        description = "Shows every draft; nothing is sent. Ends 1 if one of them would be refused.",
        mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Map<String, String> environment;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private RequestOptions options = new RequestOptions();

    @Option(names = "--json", description = "as one JSON document")
    private boolean json;

    PreviewCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        List<ChannelPlugin> all = Plugins.all();
        List<ChannelPlugin> plugins = Plugins.named(all, options.to);
        Configuration configuration = options.configuration(environment, all);
        Share share = options.share(Sources.read(source, terminal).article());
        List<Draft> drafts = plugins.stream()
                .map(plugin -> draft(plugin, configuration.of(plugin.channel()), share))
                .toList();
        if (json) {
            terminal.out()
                    .println(Json.write(drafts.stream().map(DraftRow::toJson).toList()));
        } else {
            drafts.forEach(this::print);
        }
        return drafts.stream().anyMatch(draft -> draft.refusal().isPresent()) ? 1 : 0;
    }

    private static Draft draft(ChannelPlugin plugin, PluginSettings settings, Share share) {
        List<Setting> missing = plugin.missing(settings);
        try {
            if (missing.isEmpty()) {
                return plugin.target(settings).draft(share);
            }
            String keys = missing.stream()
                    .map(setting -> settings.key(setting.name()))
                    .collect(Collectors.joining(", "));
            return plugin.drafter(settings)
                    .draft(share)
                    .withProblem(Problem.warning(
                            "NOT_CONNECTED",
                            "No account is connected for " + plugin.channel() + ".",
                            "To share, set " + keys + "."));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private void print(Draft draft) {
        terminal.out().println(terminal.coloured("── " + draft.target() + " ", Terminal.Colour.GREEN) + facts(draft));
        terminal.out().println(draft.text().indent(3).stripTrailing());
        draft.problems().forEach(problem -> ProblemRow.print(problem, terminal));
        terminal.out().println();
    }

    private static String facts(Draft draft) {
        Length length = draft.length();
        return (length == null ? "" : length.used() + " of " + length.limit() + " " + length.unit())
                + (draft.cost() == null ? "" : ", " + draft.cost())
                + (draft.link() == null ? "" : ", " + draft.link());
    }
}
