package io.sharewire.link;

import io.sharewire.Channel;
import io.sharewire.ChannelPlugin;
import io.sharewire.Drafter;
import io.sharewire.PluginSettings;
import io.sharewire.Setting;
import io.sharewire.ShareButton;
import io.sharewire.ShareTarget;
import java.util.List;

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
        return List.of(Setting.optional(
                CAMPAIGN, "utm_campaign of links whose share has no campaign of its own; default share"));
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

    private static LinkSettings read(PluginSettings settings) {
        LinkSettings.Builder builder = LinkSettings.builder();
        settings.get(CAMPAIGN).ifPresent(builder::campaign);
        return builder.build();
    }
}
