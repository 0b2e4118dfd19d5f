package io.sharewire.cli;

import io.sharewire.ChannelPlugin;
import io.sharewire.Share;
import io.sharewire.json.Json;
import io.sharewire.link.LinkTarget;
import io.sharewire.url.CanonicalUrl;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the article's canonical link and the one that is handed out. */
@Command(
        name = "link",
        description = "Shows the canonical and the tracked link.",
        mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Map<String, String> environment;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(names = "--campaign", paramLabel = "NAME", description = "the campaign; default sharewire.link.campaign")
    private @Nullable String campaign;

    @Option(names = "--json", description = "as one JSON document")
    private boolean json;

    @Option(names = "--config", paramLabel = "FILE", description = "settings; default ./sharewire.properties")
    private @Nullable Path config;

    LinkCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        List<ChannelPlugin> plugins = Plugins.all();
        Configuration configuration = Configuration.load(config, environment, plugins);
        Share share = Share.of(Sources.read(source, terminal).article());
        share = campaign == null ? share : share.withCampaign(campaign);
        ChannelPlugin link = Plugins.named(plugins, LinkTarget.CHANNEL.id()).get(0);
        Map<String, @Nullable String> links = new LinkedHashMap<>();
        links.put("canonical", CanonicalUrl.of(share.article().url()));
        links.put("tracked", link.drafter(configuration.of(link.channel())).draft(share).link());
        // No shortener is connected yet: said as such rather than left out.
        links.put("short", null);
        if (json) {
            terminal.out().println(Json.write(links));
        } else {
            links.forEach((name, value) -> {
                if (value != null) {
                    terminal.out().println(Columns.padded(name, 11) + value);
                }
            });
        }
        return 0;
    }
}
