package io.sharewire.facebook;

import io.sharewire.Article;
import io.sharewire.Channel;
import io.sharewire.ShareButton;
import io.sharewire.Validation;
import io.sharewire.url.CanonicalUrl;
import io.sharewire.url.PercentEncoding;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The reader's Facebook button: {@code sharer.php?u=}, which needs no app id and no script; with an app id Facebook's Share
 * Dialog, which can propose a hashtag and come back.
 *
 * <p>Facebook takes title, text and picture from the page's own tags; every other parameter has been ignored for years,
 * {@code quote} too, so none is sent. Neither says whether the reader shared. Immutable and thread-safe.
 */
public final class FacebookButton implements ShareButton {

    private final @Nullable String appId;
    private final @Nullable String hashtag;
    private final @Nullable String redirectUri;

    /** A button that leads to the sharer. */
    public FacebookButton() {
        this(null, null, null);
    }

    private FacebookButton(@Nullable String appId, @Nullable String hashtag, @Nullable String redirectUri) {
        this.appId = appId;
        this.hashtag = hashtag;
        this.redirectUri = redirectUri;
    }

    /**
     * A button that leads to the Share Dialog of an app.
     *
     * @throws IllegalArgumentException if the id is not numeric
     */
    public static FacebookButton dialog(String appId) {
        new Validation("FacebookButton")
                .check(FacebookSettings.isId(appId), "appId must be the app's numeric id, not '" + appId + "'")
                .orThrow();
        return new FacebookButton(appId, null, null);
    }

    /**
     * The same button, proposing one hashtag that the reader can remove; the sharer ignores it.
     *
     * @param tag with or without {@code #}
     * @throws IllegalArgumentException if it is not one word of letters, digits and {@code _}
     */
    public FacebookButton withHashtag(String tag) {
        String word = tag.startsWith("#") ? tag.substring(1) : tag;
        new Validation("FacebookButton")
                .check(word.matches("[\\p{L}\\p{M}\\p{N}_]+"), "hashtag must be one word, not '" + tag + "'")
                .orThrow();
        return new FacebookButton(appId, "#" + word, redirectUri);
    }

    /** The same button, coming back to this address, which the app's settings at Facebook must allow. */
    public FacebookButton withRedirectUri(String uri) {
        return new FacebookButton(appId, hashtag, uri);
    }

    @Override
    public Channel channel() {
        return FacebookTarget.CHANNEL;
    }

    @Override
    public String label(Locale locale) {
        return locale.getLanguage().equals("ko") ? "페이스북 공유 버튼" : "Facebook share button";
    }

    @Override
    public String href(Article article) {
        String link = PercentEncoding.encode(CanonicalUrl.of(article.url()));
        return appId == null
                ? "https://www.facebook.com/sharer/sharer.php?u=" + link
                : "https://www.facebook.com/dialog/share?app_id=" + appId + "&display=popup&href=" + link
                        + parameter("hashtag", hashtag) + parameter("redirect_uri", redirectUri);
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + PercentEncoding.encode(value);
    }

    @Override
    public String icon() {
        return "M13.5 22v-8.2h2.9l.5-3.4h-3.4V8.3c0-1 .5-1.9 1.9-1.9H17V3.5s-1.3-.3-2.6-.3"
                + "c-2.7 0-4.4 1.6-4.4 4.6v2.6H7v3.4h3V22z";
    }
}
