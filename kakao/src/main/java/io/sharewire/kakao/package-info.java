/** KakaoTalk: messages to the connected account's own chat and to friends, and the button readers share with. */
@NullMarked
package io.sharewire.kakao;

import org.jspecify.annotations.NullMarked;
