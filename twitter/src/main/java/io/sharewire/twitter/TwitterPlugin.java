package io.sharewire.twitter;

import io.sharewire.Channel;
import io.sharewire.ChannelPlugin;
import io.sharewire.Cost;
import io.sharewire.Drafter;
import io.sharewire.PluginSettings;
import io.sharewire.Secret;
import io.sharewire.Setting;
import io.sharewire.ShareButton;
import io.sharewire.ShareTarget;
import io.sharewire.twitter.TwitterOptions.ReplySettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the Twitter channel from {@code sharewire.twitter.*}. */
public final class TwitterPlugin implements ChannelPlugin {

    private static final Setting ACCESS_TOKEN =
            Setting.optionalSecret("access-token", "an OAuth 2.0 user token; not needed with the four OAuth 1.0a keys");

    private static final List<Setting> OAUTH1 = List.of(
            Setting.optionalSecret("consumer-key", "OAuth 1.0a: the app's key; not needed with access-token"),
            Setting.optionalSecret("consumer-secret", "OAuth 1.0a: the app's secret"),
            Setting.optionalSecret("token", "OAuth 1.0a: the user's token"),
            Setting.optionalSecret("token-secret", "OAuth 1.0a: the secret of the user's token"));

    private static final List<Setting> OTHERS = List.of(
            Setting.optional("user-id", "the account's numeric id, asked of X once if not set"),
            Setting.optional("username", "the account's name without @, for permalinks"),
            Setting.optional("base-url", "default https://api.x.com"),
            Setting.optional("timeout-seconds", "how long to wait for an answer, default 60"),
            Setting.optional("thread", "true makes a thread of a text that is too long for one post; default false"),
            Setting.optional("hashtags", "how many of an article's tags a post gets as hashtags, default 0"),
            Setting.optional(
                    "reply-settings",
                    "who may answer: everyone (default), following, mentionedUsers, subscribers, verified"),
            Setting.optional("text-limit", "how much a post may have, default 280; up to 25000 for a premium account"),
            Setting.optional("monthly-budget", "the most that posts may cost a calendar month (UTC), in USD"),
            Setting.optional(
                    "needs-descriptions",
                    "true keeps a post back if X does not take its picture's description; default false"),
            Setting.optional("via", "the name without @ that readers' posts are marked with as via @name"),
            Setting.optional("button-hashtags", "how many of an article's tags the button proposes, default 0"),
            Setting.optional("related", "names without @, by comma, that readers are proposed to follow"));

    @Override
    public Channel channel() {
        return TwitterTarget.CHANNEL;
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public List<Setting> settings() {
        return Stream.of(Stream.of(ACCESS_TOKEN), OAUTH1.stream(), OTHERS.stream())
                .flatMap(all -> all)
                .toList();
    }

    /** Either the OAuth 2.0 token or all four OAuth 1.0a keys will do; the token wins if both are set. */
    @Override
    public List<Setting> missing(PluginSettings settings) {
        List<Setting> absent = OAUTH1.stream()
                .filter(setting -> settings.get(setting.name()).isEmpty())
                .toList();
        if (settings.get(ACCESS_TOKEN.name()).isPresent()) {
            return List.of();
        }
        return absent.size() == OAUTH1.size() ? List.of(ACCESS_TOKEN) : absent;
    }

    @Override
    public Drafter drafter(PluginSettings settings) {
        return new TwitterText(
                TwitterTarget.CHANNEL.id(),
                TwitterPrices.published(),
                defaults(settings),
                settings.number("text-limit").orElse(WeightedLength.LIMIT));
    }

    @Override
    public ShareTarget target(PluginSettings settings) {
        requireComplete(settings);
        TwitterSettings.Builder builder = credentials(settings);
        settings.get("user-id").ifPresent(builder::userId);
        settings.get("username").ifPresent(builder::username);
        settings.get("base-url").ifPresent(builder::baseUrl);
        settings.seconds("timeout-seconds").ifPresent(builder::timeout);
        settings.number("text-limit").ifPresent(builder::textLimit);
        settings.get("monthly-budget").map(amount -> usd(settings, amount)).ifPresent(builder::monthlyBudget);
        return TwitterTarget.of(builder.defaults(defaults(settings))
                .needsDescriptions(settings.flag("needs-descriptions", false))
                .build());
    }

    private static TwitterOptions defaults(PluginSettings settings) {
        return TwitterOptions.defaults()
                .withThread(settings.flag("thread", false))
                .withHashtags(settings.number("hashtags").orElse(0))
                .withReplySettings(settings.get("reply-settings")
                        .map(word -> replySettings(settings, word))
                        .orElse(ReplySettings.EVERYONE));
    }

    private static ReplySettings replySettings(PluginSettings settings, String word) {
        return Stream.of(ReplySettings.values())
                .filter(choice -> word.equals(choice.wire() == null ? "everyone" : choice.wire()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(settings.key("reply-settings")
                        + " must be everyone, following, mentionedUsers, subscribers or verified, not '" + word + "'"));
    }

    private static Cost usd(PluginSettings settings, String amount) {
        try {
            return Cost.usd(amount);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    settings.key("monthly-budget") + " must be US dollars such as 50.00, not '" + amount + "'", e);
        }
    }

    @Override
    public ShareButton button(PluginSettings settings) {
        return new TwitterButton(settings.get("via").orElse(null))
                .withHashtags(settings.number("button-hashtags").orElse(0))
                .withRelated(settings.get("related")
                        .map(names -> names.split("\\s*,\\s*"))
                        .orElse(new String[0]));
    }

    private static TwitterSettings.Builder credentials(PluginSettings settings) {
        Optional<Secret> accessToken = settings.secret(ACCESS_TOKEN.name());
        return accessToken.isPresent()
                ? TwitterSettings.oauth2(accessToken.get())
                : TwitterSettings.oauth1(
                        settings.secret("consumer-key").orElseThrow(),
                        settings.secret("consumer-secret").orElseThrow(),
                        settings.secret("token").orElseThrow(),
                        settings.secret("token-secret").orElseThrow());
    }
}
