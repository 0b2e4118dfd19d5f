package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Validation;
import okhttp3.HttpUrl;

/**
 * Where a tap leads. Desktops open {@code web_url}, phones {@code mobile_web_url}; a phone that gets only the first may
 * show no usable link, so there are always both.
 */
record KakaoLink(
        @JsonProperty("web_url") String webUrl,
        @JsonProperty("mobile_web_url") String mobileWebUrl) {

    KakaoLink {
        new Validation("KakaoLink")
                .check(HttpUrl.parse(webUrl) != null, "webUrl must be an http or https address, not '" + webUrl + "'")
                .check(
                        HttpUrl.parse(mobileWebUrl) != null,
                        "mobileWebUrl must be an http or https address, not '" + mobileWebUrl + "'")
                .orThrow();
    }
}
