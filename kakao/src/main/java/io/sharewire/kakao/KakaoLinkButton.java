package io.sharewire.kakao;

import io.sharewire.Validation;

/** A button below a message. */
record KakaoLinkButton(String title, KakaoLink link) {

    KakaoLinkButton {
        new Validation("KakaoLinkButton").required("title", title).orThrow();
    }
}
