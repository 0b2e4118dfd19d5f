package io.sharewire.kakao;

import io.sharewire.url.PercentEncoding;

/** What calls itself on the other side: the value of {@code ka} and {@code KA}. Kakao checks the origin in it. */
final class KakaoAgent {

    /** The version of Kakao's script that is named where none is set. */
    static final String SDK = "2.8.3";

    private KakaoAgent() {}

    /** {@code sdk/2.8.3 os/javascript sdk_type/javascript lang/ko-KR device/server origin/https%3A%2F%2Fnews.example.kr}. */
    static String of(String sdkVersion, String origin) {
        return "sdk/" + sdkVersion + " os/javascript sdk_type/javascript lang/ko-KR device/server origin/"
                + PercentEncoding.encode(origin);
    }
}
