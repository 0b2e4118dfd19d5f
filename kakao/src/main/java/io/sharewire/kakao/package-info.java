@NullMarked
package io.sharewire.kakao;

import org.jspecify.annotations.NullMarked;
