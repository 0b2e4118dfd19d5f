@NullMarked
package io.sharewire.link;

import org.jspecify.annotations.NullMarked;
