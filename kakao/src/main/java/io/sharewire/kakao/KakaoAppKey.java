package io.sharewire.kakao;

import io.sharewire.Secret;

/**
 * An app key that stands in for a user's token.
 *
 * @param key the native or JavaScript key
 * @param origin a domain that is registered for it
 */
record KakaoAppKey(Secret key, String origin) {}
