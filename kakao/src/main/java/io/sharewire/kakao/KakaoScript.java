package io.sharewire.kakao;

import io.sharewire.Validation;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Has Kakao's own script do what {@link KakaoButton}'s link asks for: on phones it opens KakaoTalk itself. Needs a line in
 * the page's head beside that of {@link io.sharewire.ShareBar#head}:
 *
 * <pre>{@code
 * KakaoScript script = KakaoScript.of(javascriptKey, "2.8.3", "sha384-…");
 * String head = bar.head(ShareBar.BASE_PATH) + script.head(ShareBar.BASE_PATH);
 * }</pre>
 *
 * <p>Nothing is inline, and nothing is asked of Kakao before a click: only then is its script loaded, in the version and
 * with the hash that are set. If it does not come, or is not what the hash says, the link is followed as it stands. A click
 * with Ctrl, Meta or Shift always follows the link.
 *
 * <p>A content security policy needs {@code script-src https://t1.kakaocdn.net}, {@code connect-src
 * https://kapi.kakao.com} and {@code form-action https://sharer.kakao.com}. Kakao's script leaves the page when Kakao
 * refuses; {@link KakaoShareErrors#ofFailedPage} reads why. Inside other apps' web views it may do nothing: keep the copy
 * button beside it. Immutable and thread-safe.
 */
public final class KakaoScript {

    // The script reads what to share out of the link, so that the two cannot differ; it has no comments because every
    // reader would have to load them. Kakao.init throws when called twice, hence isInitialized.

    /** The script on the class path; {@code text/javascript}, ASCII. */
    public static final String SCRIPT = "META-INF/resources/sharewire/kakao-share.js";

    private static final String SDK = "https://t1.kakaocdn.net/kakao_js_sdk";

    /** SHA-384 has 48 bytes, which are 64 signs of Base64. */
    private static final Pattern INTEGRITY = Pattern.compile("sha384-[A-Za-z0-9+/]{64}");

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{1,64}");

    private final String javascriptKey;
    private final String version;
    private final String integrity;
    private final String sdkUrl;
    private final @Nullable String sharePage;

    private KakaoScript(
            String javascriptKey, String version, String integrity, String sdkUrl, @Nullable String sharePage) {
        this.javascriptKey = javascriptKey;
        this.version = version;
        this.integrity = integrity;
        this.sdkUrl = sdkUrl;
        this.sharePage = sharePage;
        new Validation("KakaoScript")
                .check(KEY.matcher(javascriptKey).matches(), "javascriptKey must be letters and digits")
                .check(version.matches("\\d+\\.\\d+\\.\\d+"), "version must look like 2.8.3, not '" + version + "'")
                .check(
                        INTEGRITY.matcher(integrity).matches(),
                        "integrity must be sha384- and the Base64 of the file's SHA-384, as Kakao's download page gives"
                                + " it, not '" + integrity + "'")
                .baseUrl("sdkUrl", sdkUrl)
                .orThrow();
    }

    /**
     * Kakao's script in one version.
     *
     * @param javascriptKey the app's JavaScript key; public, as every reader gets it
     * @param version e.g. {@code 2.8.3}; 2.0 or later
     * @param integrity the hash of that very version from Kakao's download page; with a wrong one the browser refuses it
     * @throws IllegalArgumentException with everything that is wrong with them
     */
    public static KakaoScript of(String javascriptKey, String version, String integrity) {
        return new KakaoScript(javascriptKey, version, integrity, SDK, null);
    }

    /** The same from another place, such as a copy of one's own; default {@code https://t1.kakaocdn.net/kakao_js_sdk}. */
    public KakaoScript withSdkUrl(String url) {
        return new KakaoScript(javascriptKey, version, integrity, url, sharePage);
    }

    /** The same beside a button with {@link KakaoButton#withSharePage}, so that what it leads to is read from its address. */
    public KakaoScript withSharePage(String template) {
        return new KakaoScript(javascriptKey, version, integrity, sdkUrl, template);
    }

    /**
     * What the page's {@code head} needs once.
     *
     * @param basePath the path or address our script is served under, e.g. {@link io.sharewire.ShareBar#BASE_PATH}
     */
    public String head(String basePath) {
        String base = basePath.endsWith("/") ? basePath.substring(0, basePath.length() - 1) : basePath;
        return "<script src=\"" + escape(base) + "/kakao-share.js\" data-key=\"" + javascriptKey + "\" data-sdk=\""
                + escape(sdkUrl) + "/" + version + "/kakao.min.js\" data-integrity=\"" + integrity + "\""
                + (sharePage == null ? "" : " data-page=\"" + escape(sharePage) + "\"") + " defer></script>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
