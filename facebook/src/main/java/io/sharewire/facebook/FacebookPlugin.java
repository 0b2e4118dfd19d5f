package io.sharewire.facebook;

import io.sharewire.Channel;
import io.sharewire.ChannelPlugin;
import io.sharewire.Drafter;
import io.sharewire.PluginSettings;
import io.sharewire.Secret;
import io.sharewire.Setting;
import io.sharewire.ShareButton;
import io.sharewire.ShareTarget;
import java.time.Clock;
import java.util.List;

/** Builds the Facebook channel from {@code sharewire.facebook.*}. */
public final class FacebookPlugin implements ChannelPlugin {

    @Override
    public Channel channel() {
        return FacebookTarget.CHANNEL;
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required("page-id", "the Page's numeric id"),
                Setting.requiredSecret("access-token", "a Page access token"),
                Setting.optionalSecret("app-secret", "the app's secret, if the app requires proofs"),
                Setting.optional("base-url", "default https://graph.facebook.com"),
                Setting.optional("version", "Graph API version, default v26.0"),
                Setting.optional("timeout-seconds", "how long to wait for an answer, default 90"));
    }

    @Override
    public Drafter drafter(PluginSettings settings) {
        return new FacebookText(FacebookTarget.CHANNEL.id(), FacebookLimits.defaults(), Clock.systemUTC());
    }

    @Override
    public ShareTarget target(PluginSettings settings) {
        requireComplete(settings);
        Secret token = settings.secret("access-token").orElseThrow();
        FacebookSettings.Builder builder = FacebookSettings.builder(
                        settings.get("page-id").orElseThrow(), token)
                .appSecret(settings.secret("app-secret").orElse(null));
        settings.get("base-url").ifPresent(builder::baseUrl);
        settings.get("version").ifPresent(builder::version);
        settings.seconds("timeout-seconds").ifPresent(builder::timeout);
        return FacebookTarget.of(builder.build());
    }

    @Override
    public ShareButton button(PluginSettings settings) {
        return new FacebookButton();
    }
}
