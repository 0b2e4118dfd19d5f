package io.sharewire.kakao;

import io.sharewire.Article;
import io.sharewire.Channel;
import io.sharewire.ShareButton;
import io.sharewire.Validation;
import io.sharewire.url.CanonicalUrl;
import io.sharewire.url.PercentEncoding;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The reader's KakaoTalk button. Kakao has no address that takes any link without a key, so where it leads depends on
 * what is set, the first that works:
 *
 * <ol>
 *   <li>Kakao's share page, with {@link #withSharer}: best effort, see there;
 *   <li>a page of the site's own that runs Kakao's script, with {@link #withSharePage};
 *   <li>the article itself: a plain link, which the reader can share from the browser.
 * </ol>
 *
 * <p>With {@link KakaoScript} in the page's head, Kakao's own script does what the link asks for. Immutable and
 * thread-safe.
 */
public final class KakaoButton implements ShareButton {

    private static final String PLACEHOLDER = "{url}";
    private static final Pattern SHARE_PAGE = Pattern.compile("https?://[^/?#{}\\s]+[/?#][^{}\\s]*\\{url}[^{}\\s]*");

    private final @Nullable KakaoSharer sharer;
    private final @Nullable String sharePage;

    /** A plain link to the article. */
    public KakaoButton() {
        this(null, null);
    }

    private KakaoButton(@Nullable KakaoSharer sharer, @Nullable String sharePage) {
        this.sharer = sharer;
        this.sharePage = sharePage;
    }

    /**
     * The same button, leading to Kakao's share page where its address stays below 2,000 characters.
     *
     * <p>Best effort: the address is the one that Kakao's own libraries build, but it is not documented and may change.
     * Kakao reads title, text and picture from the page's own tags. The reader must be logged in at Kakao, and the
     * article's domain must be registered under [Product Link].
     *
     * @param javascriptKey the app's JavaScript key; public, as every reader gets it
     * @param origin a JavaScript SDK domain of the app as registered, e.g. {@code https://news.example.kr}
     * @throws IllegalArgumentException if the key is blank or the origin has more than scheme, host and port
     */
    public KakaoButton withSharer(String javascriptKey, String origin) {
        return new KakaoButton(KakaoSharer.of(javascriptKey, origin), sharePage);
    }

    /**
     * The same button, with Kakao's share page at another address; default {@code https://sharer.kakao.com}.
     *
     * @param sdkVersion the version of Kakao's script that is named to it, e.g. {@code 2.8.3}, which is the default
     * @throws IllegalStateException without {@link #withSharer}
     */
    public KakaoButton withSharerUrl(String url, String sdkVersion) {
        KakaoSharer now = sharer();
        return new KakaoButton(
                new KakaoSharer(
                        now.javascriptKey(),
                        now.origin(),
                        url,
                        sdkVersion,
                        now.templateId(),
                        now.templateArgs(),
                        now.callbackArgs()),
                sharePage);
    }

    /**
     * The same button, with a template from Kakao's console that gets what Kakao reads from the page.
     *
     * @param args the template's own arguments
     * @throws IllegalStateException without {@link #withSharer}
     */
    public KakaoButton withTemplate(long templateId, Map<String, String> args) {
        KakaoSharer now = sharer();
        return new KakaoButton(
                new KakaoSharer(
                        now.javascriptKey(),
                        now.origin(),
                        now.baseUrl(),
                        now.sdkVersion(),
                        templateId,
                        args,
                        now.callbackArgs()),
                sharePage);
    }

    /**
     * The same button, telling {@link KakaoWebhook} of each share along with these arguments; without any, Kakao tells
     * nothing.
     *
     * @param args what comes back; readers can see it
     * @throws IllegalArgumentException if one is named {@code CHAT_TYPE}, {@code HASH_CHAT_ID} or {@code TEMPLATE_ID}
     * @throws IllegalStateException without {@link #withSharer}
     */
    public KakaoButton withCallback(Map<String, String> args) {
        KakaoSharer now = sharer();
        return new KakaoButton(
                new KakaoSharer(
                        now.javascriptKey(),
                        now.origin(),
                        now.baseUrl(),
                        now.sdkVersion(),
                        now.templateId(),
                        now.templateArgs(),
                        args),
                sharePage);
    }

    private KakaoSharer sharer() {
        if (sharer == null) {
            throw new IllegalStateException("KakaoButton: withSharer comes first");
        }
        return sharer;
    }

    /**
     * The same button, leading to a page of the site's own.
     *
     * @param template its address with {@code {url}} for the article's, e.g.
     *     {@code https://news.example.kr/share/kakao?url={url}}
     * @throws IllegalArgumentException if it is not an http(s) address with one {@code {url}} behind the host
     */
    public KakaoButton withSharePage(String template) {
        new Validation("KakaoButton")
                .check(
                        SHARE_PAGE.matcher(template).matches()
                                && CanonicalUrl.problem(template.replace(PLACEHOLDER, ""))
                                        .isEmpty(),
                        "sharePage must be an http or https address with one " + PLACEHOLDER + " behind the host, not '"
                                + template + "'")
                .orThrow();
        return new KakaoButton(sharer, template);
    }

    @Override
    public Channel channel() {
        return KakaoTarget.CHANNEL;
    }

    @Override
    public String label(Locale locale) {
        return locale.getLanguage().equals("ko") ? "카카오 공유 버튼" : "Kakao share button";
    }

    @Override
    public String href(Article article) {
        String url = CanonicalUrl.of(article.url());
        return Optional.ofNullable(sharer).flatMap(page -> page.href(url)).orElseGet(() -> ownPage(url));
    }

    private String ownPage(String url) {
        return sharePage == null ? url : sharePage.replace(PLACEHOLDER, PercentEncoding.encode(url));
    }

    @Override
    public String icon() {
        return "M12 3C6.5 3 2 6.5 2 10.8c0 2.8 1.9 5.3 4.7 6.7L6 21.2c-.1.4.4.7.7.5l4.4-3.1h.9"
                + "c5.5 0 10-3.5 10-7.8S17.5 3 12 3z";
    }
}
