@NullMarked
package io.sharewire;

import org.jspecify.annotations.NullMarked;
