package io.sharewire.kakao;

import io.sharewire.Channel;
import io.sharewire.ShareOptions;
import io.sharewire.Validation;
import io.sharewire.text.CleanText;
import io.sharewire.url.CanonicalUrl;
import org.jspecify.annotations.Nullable;

/**
 * What an editor may choose for one message.
 *
 * @param buttonTitle what the button says; null for the settings' words, or those of the article's language. KakaoTalk
 *     shows about 14 Korean characters
 * @param picture whether to show the lead picture; default true
 * @param mobileLink where phones are led, exactly as given; null for the same address as everybody
 */
public record KakaoOptions(
        @Nullable String buttonTitle,
        boolean picture,
        @Nullable String mobileLink) implements ShareOptions {

    /** Cleans the title and checks the address. */
    public KakaoOptions {
        buttonTitle = buttonTitle == null ? null : CleanText.line(buttonTitle);
        mobileLink = mobileLink == null ? null : mobileLink.strip();
        Validation validation = new Validation("KakaoOptions")
                .check(buttonTitle == null || !buttonTitle.isBlank(), "buttonTitle must not be blank");
        if (mobileLink != null) {
            CanonicalUrl.problem(mobileLink).ifPresent(problem -> validation.check(false, "mobileLink " + problem));
        }
        validation.orThrow();
    }

    /** The usual button, the lead picture, one address for all. */
    public static KakaoOptions defaults() {
        return new KakaoOptions(null, true, null);
    }

    /** The same choices with another title on the button. */
    public KakaoOptions withButtonTitle(@Nullable String title) {
        return new KakaoOptions(title, picture, mobileLink);
    }

    /** The same choices without the picture. */
    public KakaoOptions withoutPicture() {
        return new KakaoOptions(buttonTitle, false, mobileLink);
    }

    /** The same choices with another address for phones, such as that of a mobile site. */
    public KakaoOptions withMobileLink(@Nullable String url) {
        return new KakaoOptions(buttonTitle, picture, url);
    }

    @Override
    public Channel channel() {
        return KakaoTarget.CHANNEL;
    }
}
