package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Validation;
import io.sharewire.url.PercentEncoding;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where a tap leads.
 *
 * <p>Desktops open {@code web_url}, phones {@code mobile_web_url}; a phone that gets only the first may show no usable
 * link, so there are always both. The domains of both must be registered under [Product Link].
 *
 * @param webUrl for desktops
 * @param mobileWebUrl for phones
 * @param androidExecutionParams what the site's own Android app is opened with, {@code key=value&key2=value2}; null for no
 *     app
 * @param iosExecutionParams the same for iOS
 */
public record KakaoLink(
        @JsonProperty("web_url") String webUrl,
        @JsonProperty("mobile_web_url") String mobileWebUrl,
        @JsonProperty("android_execution_params") @Nullable String androidExecutionParams,
        @JsonProperty("ios_execution_params") @Nullable String iosExecutionParams) {

    /** Checks the addresses. */
    public KakaoLink {
        new Validation("KakaoLink")
                .check(HttpUrl.parse(webUrl) != null, "webUrl must be an http or https address, not '" + webUrl + "'")
                .check(
                        HttpUrl.parse(mobileWebUrl) != null,
                        "mobileWebUrl must be an http or https address, not '" + mobileWebUrl + "'")
                .check(
                        androidExecutionParams == null || !androidExecutionParams.isBlank(),
                        "androidExecutionParams must be left out rather than blank")
                .check(
                        iosExecutionParams == null || !iosExecutionParams.isBlank(),
                        "iosExecutionParams must be left out rather than blank")
                .orThrow();
    }

    /** The same address for desktops and phones. */
    public static KakaoLink of(String url) {
        return of(url, url);
    }

    /** One address for desktops, another for phones. */
    public static KakaoLink of(String webUrl, String mobileWebUrl) {
        return new KakaoLink(webUrl, mobileWebUrl, null, null);
    }

    /** The same link, opening the site's own app, if it is there, with these parameters, ordered by name. */
    public KakaoLink withAppParameters(Map<String, String> parameters) {
        String joined = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry ->
                                PercentEncoding.encode(entry.getKey()) + "=" + PercentEncoding.encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return new KakaoLink(webUrl, mobileWebUrl, joined, joined);
    }
}
