package io.sharewire.link;

import io.sharewire.Channel;
import io.sharewire.ChannelPlugin;
import io.sharewire.Drafter;
import io.sharewire.PluginSettings;
import io.sharewire.Setting;
import io.sharewire.ShareButton;
import io.sharewire.ShareTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the link channel from {@code sharewire.link.*}; nothing is required. */
public final class LinkPlugin implements ChannelPlugin {

    private static final String CAMPAIGN = "campaign";

    /** For the service loader. */
    public LinkPlugin() {}

    @Override
    public Channel channel() {
        return LinkTarget.CHANNEL;
    }

    @Override
    public int rank() {
        return 50;
    }

    @Override
    public List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        settings.add(Setting.optional(
                CAMPAIGN, "utm_campaign of links whose share has no campaign of its own; default share"));
        settings.addAll(ShortenerPlugin.SETTINGS);
        return List.copyOf(settings);
    }

    @Override
    public Drafter drafter(PluginSettings settings) {
        return new LinkText(read(settings));
    }

    @Override
    public ShareTarget target(PluginSettings settings) {
        return LinkTarget.of(read(settings));
    }

    @Override
    public ShareButton button(PluginSettings settings) {
        return new LinkButton();
    }

    /**
     * The shortener in {@code sharewire.link.shortener*}; empty if none is configured.
     *
     * @throws IllegalArgumentException with everything that is missing or wrong
     */
    public static Optional<Shortener> shortener(PluginSettings settings) {
        return ShortenerPlugin.read(settings);
    }

    private static LinkSettings read(PluginSettings settings) {
        LinkSettings.Builder builder = LinkSettings.builder();
        settings.get(CAMPAIGN).ifPresent(builder::campaign);
        return builder.build();
    }
}
