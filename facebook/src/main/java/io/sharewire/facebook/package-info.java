@NullMarked
package io.sharewire.facebook;

import org.jspecify.annotations.NullMarked;
