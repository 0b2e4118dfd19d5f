/** Facebook Pages: link posts by the newsroom, and the button readers share with. */
@NullMarked
package io.sharewire.facebook;

import org.jspecify.annotations.NullMarked;
