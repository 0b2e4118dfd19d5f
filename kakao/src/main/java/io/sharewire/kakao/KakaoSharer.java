package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Validation;
import io.sharewire.json.Json;
import io.sharewire.url.PercentEncoding;
import java.util.Optional;
import okhttp3.HttpUrl;

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
 * }</pre>
 */
record KakaoSharer(String javascriptKey, String origin) {

    /** Kakao's own script changes to a form above 2,083 characters. */
    private static final int MAX_LENGTH = 2_000;

    private static final String PAGE = "https://sharer.kakao.com/talk/friends/picker/easylink";
    private static final String AGENT = "sdk/2.8.3 os/javascript sdk_type/javascript lang/ko-KR device/server";

    KakaoSharer {
        new Validation("KakaoButton")
                .required("javascriptKey", javascriptKey)
                .check(
                        isOrigin(origin),
                        "origin must be scheme, host and port alone, such as https://news.example.kr, not '" + origin
                                + "'")
                .orThrow();
    }

    private record Scrap(
            @JsonProperty("link_ver") String version,
            @JsonProperty("request_url") String url) {}

    /** The address that shares {@code url}; empty if it would be too long to be relied on. */
    Optional<String> href(String url) {
        String href = PAGE + "?app_key=" + PercentEncoding.encode(javascriptKey)
                + "&validation_action=scrap"
                + "&validation_params=" + PercentEncoding.encode(Json.write(new Scrap("4.0", url)))
                + "&ka=" + PercentEncoding.encode(AGENT + " origin/" + PercentEncoding.encode(origin));
        return Optional.of(href).filter(address -> address.length() <= MAX_LENGTH);
    }

    private static boolean isOrigin(String origin) {
        HttpUrl parsed = HttpUrl.parse(origin);
        return parsed != null
                && parsed.username().isEmpty()
                && parsed.password().isEmpty()
                && parsed.toString().equals(origin + "/");
    }
}
