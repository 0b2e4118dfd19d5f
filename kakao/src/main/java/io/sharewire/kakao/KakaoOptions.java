package io.sharewire.kakao;

import io.sharewire.Channel;
import io.sharewire.ShareOptions;
import io.sharewire.Validation;
import io.sharewire.text.CleanText;
import io.sharewire.url.CanonicalUrl;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an editor may choose for one message.
 *
 * @param message what kind of message; default {@link KakaoMessage#feed}
 * @param receivers friends' uuids, in order, as {@link KakaoApi#friends} gives them to this app; none for the account's own
 *     chat, which is the default. The account itself cannot be among several
 * @param buttonTitle what the button says; null for the settings' words, or those of the article's language. KakaoTalk
 *     shows about 14 Korean characters
 * @param picture whether to show the lead picture; default true
 * @param mobileLink where phones are led, exactly as given; null for the same address as everybody
 */
public record KakaoOptions(
        KakaoMessage message,
        List<String> receivers,
        @Nullable String buttonTitle,
        boolean picture,
        @Nullable String mobileLink)
        implements ShareOptions {

    private static final Pattern UUID = Pattern.compile("[\\x21-\\x7E]{1,256}");

    /** Cleans the title, checks the address, takes each receiver once. */
    public KakaoOptions {
        receivers = List.copyOf(new LinkedHashSet<>(receivers));
        buttonTitle = buttonTitle == null ? null : CleanText.line(buttonTitle);
        mobileLink = mobileLink == null ? null : mobileLink.strip();
        Validation validation = new Validation("KakaoOptions")
                .check(buttonTitle == null || !buttonTitle.isBlank(), "buttonTitle must not be blank");
        for (String uuid : receivers) {
            validation.check(
                    UUID.matcher(uuid).matches(),
                    "receivers must be friends' uuids, visible ASCII without blanks, not '" + uuid + "'");
        }
        if (mobileLink != null) {
            CanonicalUrl.problem(mobileLink).ifPresent(problem -> validation.check(false, "mobileLink " + problem));
        }
        validation.orThrow();
    }

    /** A card to the account's own chat: the usual button, the lead picture, one address for all. */
    public static KakaoOptions defaults() {
        return new KakaoOptions(KakaoMessage.feed(), List.of(), null, true, null);
    }

    /** The same choices with another kind of message. */
    public KakaoOptions withMessage(KakaoMessage kind) {
        return new KakaoOptions(kind, receivers, buttonTitle, picture, mobileLink);
    }

    /** The same choices with a template that was built by hand. */
    public KakaoOptions withMessage(KakaoTemplate template) {
        return withMessage(KakaoMessage.of(template));
    }

    /** The same choices, to these friends. */
    public KakaoOptions withReceivers(Collection<String> uuids) {
        return new KakaoOptions(message, List.copyOf(uuids), buttonTitle, picture, mobileLink);
    }

    /** The same choices, to the account's own chat. */
    public KakaoOptions toMe() {
        return withReceivers(List.of());
    }

    /** The same choices with another title on the button. */
    public KakaoOptions withButtonTitle(@Nullable String title) {
        return new KakaoOptions(message, receivers, title, picture, mobileLink);
    }

    /** The same choices without the picture. */
    public KakaoOptions withoutPicture() {
        return new KakaoOptions(message, receivers, buttonTitle, false, mobileLink);
    }

    /** The same choices with another address for phones, such as that of a mobile site. */
    public KakaoOptions withMobileLink(@Nullable String url) {
        return new KakaoOptions(message, receivers, buttonTitle, picture, url);
    }

    @Override
    public Channel channel() {
        return KakaoTarget.CHANNEL;
    }
}
