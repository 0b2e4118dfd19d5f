package io.sharewire.kakao;

import io.sharewire.Channel;
import io.sharewire.ChannelPlugin;
import io.sharewire.Drafter;
import io.sharewire.PluginSettings;
import io.sharewire.Setting;
import io.sharewire.ShareButton;
import io.sharewire.ShareTarget;
import io.sharewire.Validation;
import io.sharewire.text.CleanText;
import java.util.List;
import java.util.Optional;

/** Builds the Kakao channel from {@code sharewire.kakao.*}. */
public final class KakaoPlugin implements ChannelPlugin {

    @Override
    public Channel channel() {
        return KakaoTarget.CHANNEL;
    }

    @Override
    public int rank() {
        return 30;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.requiredSecret("access-token", "a user's access token with talk_message"),
                Setting.optional("base-url", "default https://kapi.kakao.com"),
                Setting.optional("timeout-seconds", "how long to wait for an answer, default 30"),
                Setting.optional("button-title", "the button's words, default by the article's language"),
                Setting.optional("javascript-key", "the app's JavaScript key, for the reader's button; needs origin"),
                Setting.optional("origin", "a JavaScript SDK domain of the app, such as https://news.example.kr"),
                Setting.optional(
                        "share-page", "the site's own Kakao page, https://news.example.kr/share/kakao?url={url}"));
    }

    @Override
    public Drafter drafter(PluginSettings settings) {
        String buttonTitle = settings.get("button-title")
                .map(CleanText::line)
                .filter(title -> !title.isEmpty())
                .orElse(null);
        return new KakaoText(
                KakaoTarget.CHANNEL.id(),
                buttonTitle,
                KakaoOptions.defaults(),
                KakaoLimits.defaults(),
                KakaoDomains.UNKNOWN);
    }

    @Override
    public ShareTarget target(PluginSettings settings) {
        requireComplete(settings);
        KakaoSettings.Builder builder =
                KakaoSettings.builder(settings.secret("access-token").orElseThrow());
        settings.get("base-url").ifPresent(builder::baseUrl);
        settings.seconds("timeout-seconds").ifPresent(builder::timeout);
        settings.get("button-title").ifPresent(builder::buttonTitle);
        return KakaoTarget.of(builder.build());
    }

    @Override
    public ShareButton button(PluginSettings settings) {
        Optional<String> key = settings.get("javascript-key");
        Optional<String> origin = settings.get("origin");
        new Validation(channel().id())
                .check(
                        key.isPresent() == origin.isPresent(),
                        settings.key("javascript-key") + " and " + settings.key("origin") + " go together")
                .orThrow();
        KakaoButton button =
                settings.get("share-page").map(new KakaoButton()::withSharePage).orElseGet(KakaoButton::new);
        return key.isPresent() ? button.withSharer(key.get(), origin.orElseThrow()) : button;
    }
}
