package io.sharewire.cli;

import io.sharewire.Article;
import io.sharewire.Channel;
import io.sharewire.ChannelPlugin;
import io.sharewire.PluginSettings;
import io.sharewire.Share;
import io.sharewire.link.LinkPlugin;
import io.sharewire.link.LinkSettings;
import io.sharewire.link.LinkTarget;
import io.sharewire.link.ShortLink;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which link, tagged and shortened how: the same for showing and for drawing it. */
final class LinkOptions {

    @Option(names = "--campaign", paramLabel = "NAME", description = "the campaign; default sharewire.link.campaign")
    private @Nullable String campaign;

    @Option(names = "--config", paramLabel = "FILE", description = "settings; default ./sharewire.properties")
    private @Nullable Path config;

    /** The link channel's settings. */
    PluginSettings settings(Map<String, String> environment, List<ChannelPlugin> plugins) {
        return Configuration.load(config, environment, plugins).of(LinkTarget.CHANNEL);
    }

    /** The article with the campaign that its links are tagged with. */
    Share share(Article article, PluginSettings settings) {
        String name = campaign != null
                ? campaign
                : settings.get("campaign").orElse(LinkSettings.defaults().campaign());
        return Share.of(article).withCampaign(name);
    }

    /** The short link of a channel, if a shortener is configured; why there is none otherwise is said on the side. */
    Optional<String> shortLink(Share share, Channel channel, PluginSettings settings, Terminal terminal) {
        try {
            return LinkPlugin.shortener(settings).flatMap(shortener -> {
                ShortLink link =
                        shortener.shorten(share.link(channel), share.article().title());
                if (link.warning() != null) {
                    terminal.err()
                            .println("note: " + link.warning().message() + " "
                                    + link.warning().remedy());
                }
                return Optional.ofNullable(link.shortUrl());
            });
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }
}
