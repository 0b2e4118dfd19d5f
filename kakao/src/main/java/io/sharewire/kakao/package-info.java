/** KakaoTalk: messages to the connected account's own chat, and the button readers share with. */
@NullMarked
package io.sharewire.kakao;

import org.jspecify.annotations.NullMarked;
