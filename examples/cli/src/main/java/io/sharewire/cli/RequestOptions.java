package io.sharewire.cli;

import io.sharewire.Article;
import io.sharewire.ChannelPlugin;
import io.sharewire.Share;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What goes where and with which words: the same for previewing and sharing. */
final class RequestOptions {

    @Option(names = "--to", paramLabel = "a,b", description = "the channels; default all")
    @Nullable String to;

    @Option(names = "--text", paramLabel = "TEXT", description = "your text for all channels; it is never cut")
    @Nullable String text;

    @Option(names = "--campaign", paramLabel = "NAME", description = "tag every link with this campaign")
    @Nullable String campaign;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "names this share for ever; the same key is never sent twice. Default: from the article's address")
    @Nullable String key;

    @Option(names = "--thread", description = "on Twitter, let a text that is too long for one post become a thread")
    boolean thread;

    @Option(names = "--config", paramLabel = "FILE", description = "settings; default ./sharewire.properties")
    @Nullable Path config;

    Share share(Article article) {
        Share share = Share.of(article);
        try {
            share = text == null ? share : share.withText(text);
            share = campaign == null ? share : share.withCampaign(campaign);
            return key == null ? share : share.withKey(key);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    Configuration configuration(Map<String, String> environment, List<ChannelPlugin> plugins) {
        return with(Configuration.load(config, environment, plugins));
    }

    /** These settings with what the options add to them. */
    Configuration with(Configuration settings) {
        return thread ? settings.with("sharewire.twitter.thread", "true") : settings;
    }
}
