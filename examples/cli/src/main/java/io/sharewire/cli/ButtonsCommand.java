package io.sharewire.cli;

import io.sharewire.Article;
import io.sharewire.ChannelPlugin;
import io.sharewire.ShareBar;
import io.sharewire.ShareButton;
import io.sharewire.json.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the buttons that readers share with: links that work without script, or the whole bar as HTML. */
@Command(
        name = "buttons",
        description = "Makes the reader's share buttons.",
        mixinStandardHelpOptions = true)
final class ButtonsCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Map<String, String> environment;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(names = "--html", description = "the share bar's HTML")
    private boolean html;

    @Option(names = "--json", description = "as one JSON document")
    private boolean json;

    @Option(names = "--config", paramLabel = "FILE", description = "settings; default ./sharewire.properties")
    private @Nullable Path config;

    ButtonsCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        List<ChannelPlugin> plugins = Plugins.all();
        Configuration configuration = Configuration.load(config, environment, plugins);
        Article article = Sources.read(source, terminal).article();
        Locale locale = article.language() == null ? Locale.ENGLISH : article.language();
        List<ShareButton> buttons = plugins.stream()
                .map(plugin -> plugin.button(configuration.of(plugin.channel())))
                .toList();
        if (html) {
            terminal.out().println(ShareBar.of(buttons).html(article, locale));
        } else if (json) {
            terminal.out()
                    .println(Json.write(buttons.stream()
                            .map(button -> row(button, article, locale))
                            .toList()));
        } else {
            int width = buttons.stream()
                    .mapToInt(button -> Columns.width(button.label(locale)))
                    .max()
                    .orElse(0);
            buttons.forEach(button -> terminal.out()
                    .println(Columns.padded(button.label(locale), width) + "  " + button.href(article)));
        }
        return 0;
    }

    private static Map<String, String> row(ShareButton button, Article article, Locale locale) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("channel", button.channel().id());
        row.put("label", button.label(locale));
        row.put("href", button.href(article));
        return row;
    }
}
