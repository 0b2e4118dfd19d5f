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
import java.time.Duration;
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
                Setting.optional("app-id", "the app's numeric id; readers then share by its Share Dialog"),
                Setting.optionalSecret("app-secret", "the app's secret, if the app requires proofs"),
                Setting.optional("timed-proof", "true if proofs are to die after minutes, default false"),
                Setting.optional("base-url", "default https://graph.facebook.com"),
                Setting.optional("version", "Graph API version, default v26.0"),
                Setting.optional("timeout-seconds", "how long to wait for an answer, default 90"),
                Setting.optional("rescrape", "true to have the article's page read anew before posting, default false"),
                Setting.optional("max-photo-bytes", "the largest photo, default 4194304"),
                Setting.optional("max-schedule-days", "how far ahead a post may be scheduled, default 29"),
                Setting.optional("hashtag", "a hashtag that the Share Dialog proposes"),
                Setting.optional("redirect-uri", "where the Share Dialog comes back to"));
    }

    @Override
    public Drafter drafter(PluginSettings settings) {
        return new FacebookText(FacebookTarget.CHANNEL.id(), limits(settings), Clock.systemUTC());
    }

    @Override
    public ShareTarget target(PluginSettings settings) {
        requireComplete(settings);
        Secret token = settings.secret("access-token").orElseThrow();
        FacebookSettings.Builder builder = FacebookSettings.builder(
                        settings.get("page-id").orElseThrow(), token)
                .appId(settings.get("app-id").orElse(null))
                .appSecret(settings.secret("app-secret").orElse(null))
                .timedProof(settings.flag("timed-proof", false))
                .rescrape(settings.flag("rescrape", false))
                .limits(limits(settings));
        settings.get("base-url").ifPresent(builder::baseUrl);
        settings.get("version").ifPresent(builder::version);
        settings.seconds("timeout-seconds").ifPresent(builder::timeout);
        return FacebookTarget.of(builder.build());
    }

    @Override
    public ShareButton button(PluginSettings settings) {
        FacebookButton button =
                settings.get("app-id").map(FacebookButton::dialog).orElseGet(FacebookButton::new);
        FacebookButton tagged = settings.get("hashtag").map(button::withHashtag).orElse(button);
        return settings.get("redirect-uri").map(tagged::withRedirectUri).orElse(tagged);
    }

    private static FacebookLimits limits(PluginSettings settings) {
        FacebookLimits defaults = FacebookLimits.defaults();
        return defaults.withPhotoBytes(settings.number("max-photo-bytes").orElse(defaults.photoBytes()))
                .withLeads(
                        defaults.minLead(),
                        settings.number("max-schedule-days")
                                .map(Duration::ofDays)
                                .orElse(defaults.maxLead()));
    }
}
