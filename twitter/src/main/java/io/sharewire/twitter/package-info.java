/** Twitter/X: posts by the newsroom, counted as X counts, and the button readers share with. */
@NullMarked
package io.sharewire.twitter;

import org.jspecify.annotations.NullMarked;
