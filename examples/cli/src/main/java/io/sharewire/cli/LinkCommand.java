package io.sharewire.cli;

import io.sharewire.PluginSettings;
import io.sharewire.Share;
import io.sharewire.json.Json;
import io.sharewire.link.LinkTarget;
import io.sharewire.url.CanonicalUrl;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the article's canonical link, the one that is handed out, and the short one if a shortener is configured. */
@Command(
        name = "link",
        description = "Shows the canonical, the tracked and the short link.",
        mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Map<String, String> environment;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private LinkOptions options = new LinkOptions();

    @Option(names = "--json", description = "as one JSON document")
    private boolean json;

    LinkCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        PluginSettings settings = options.settings(environment, Plugins.all());
        Share share = options.share(Sources.read(source, terminal).article(), settings);
        Map<String, @Nullable String> links = new LinkedHashMap<>();
        links.put("canonical", CanonicalUrl.of(share.article().url()));
        links.put("tracked", share.link(LinkTarget.CHANNEL));
        // Without a shortener that is said as such rather than left out.
        links.put(
                "short",
                options.shortLink(share, LinkTarget.CHANNEL, settings, terminal).orElse(null));
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
