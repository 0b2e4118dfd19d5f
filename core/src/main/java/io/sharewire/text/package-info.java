/** Counting, cleaning and fitting text as readers and platforms see it: graphemes, not chars. */
@NullMarked
package io.sharewire.text;

import org.jspecify.annotations.NullMarked;
