package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Validation;
import io.sharewire.json.Json;
import io.sharewire.url.PercentEncoding;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The address of Kakao's share page for one web app: {@code GET sharer.kakao.com/talk/friends/picker/easylink}.
 *
 * <p>Best effort: Kakao's own iOS library builds this address without asking a server, but no page documents it. Kakao
 * checks that {@code origin} is among the app's JavaScript domains, scheme, host and port, and reads the shared page
 * itself ({@code scrap}), so nothing of the article's text is in the address.
 *
 * <pre>{@code
 * app_key=KEY  validation_action=scrap
 * validation_params={"link_ver":"4.0","request_url":"https://news.example.kr/a/1"}
 * ka=sdk/2.8.3 os/javascript sdk_type/javascript lang/ko-KR device/server origin/https%3A%2F%2Fnews.example.kr
 * lcba={"section":"weather"}
 * }</pre>
 *
 * @param javascriptKey the app's JavaScript key
 * @param origin a JavaScript domain of the app
 * @param baseUrl Kakao's share page
 * @param sdkVersion the version of Kakao's script that is named
 * @param templateId a template of Kakao's console that gets what was read from the page; null for Kakao's own
 * @param templateArgs its own arguments
 * @param callbackArgs what the share webhook gets back; without any there is no webhook
 */
record KakaoSharer(
        String javascriptKey,
        String origin,
        String baseUrl,
        String sdkVersion,
        @Nullable Long templateId,
        Map<String, String> templateArgs,
        Map<String, String> callbackArgs) {

    static final String BASE_URL = "https://sharer.kakao.com";

    /** Kakao's own script changes to a form above 2,083 characters. */
    private static final int MAX_LENGTH = 2_000;

    private static final String PAGE = "/talk/friends/picker/easylink";

    /** What the webhook names itself, at the same level. */
    private static final Set<String> RESERVED = Set.of("CHAT_TYPE", "HASH_CHAT_ID", "TEMPLATE_ID");

    KakaoSharer {
        templateArgs = Collections.unmodifiableMap(new TreeMap<>(templateArgs));
        callbackArgs = Collections.unmodifiableMap(new TreeMap<>(callbackArgs));
        new Validation("KakaoButton")
                .required("javascriptKey", javascriptKey)
                .check(
                        KakaoDomains.isOrigin(origin),
                        "origin must be scheme, host and port alone, such as https://news.example.kr, not '" + origin
                                + "'")
                .baseUrl("sharerUrl", baseUrl)
                .check(
                        sdkVersion.matches("\\d+\\.\\d+\\.\\d+"),
                        "sdkVersion must look like 2.8.3, not '" + sdkVersion + "'")
                .check(templateId == null || templateId > 0, "templateId must be above 0, not " + templateId)
                .check(
                        Collections.disjoint(callbackArgs.keySet(), RESERVED),
                        "callback arguments must not be named CHAT_TYPE, HASH_CHAT_ID or TEMPLATE_ID, which are"
                                + " Kakao's")
                .orThrow();
    }

    static KakaoSharer of(String javascriptKey, String origin) {
        return new KakaoSharer(javascriptKey, origin, BASE_URL, KakaoAgent.SDK, null, Map.of(), Map.of());
    }

    private record Scrap(
            @JsonProperty("link_ver") String version,
            @JsonProperty("request_url") String url,
            @JsonProperty("template_id") @Nullable Long templateId,

            @JsonProperty("template_args") @JsonInclude(JsonInclude.Include.NON_EMPTY)
            Map<String, String> args) {}

    /** The address that shares {@code url}; empty if it would be too long to be relied on. */
    Optional<String> href(String url) {
        String href = baseUrl + PAGE + "?app_key=" + PercentEncoding.encode(javascriptKey)
                + "&validation_action=scrap"
                + "&validation_params="
                + PercentEncoding.encode(Json.write(new Scrap("4.0", url, templateId, templateArgs)))
                + "&ka=" + PercentEncoding.encode(KakaoAgent.of(sdkVersion, origin))
                + (callbackArgs.isEmpty() ? "" : "&lcba=" + PercentEncoding.encode(Json.write(callbackArgs)));
        return Optional.of(href).filter(address -> address.length() <= MAX_LENGTH);
    }
}
