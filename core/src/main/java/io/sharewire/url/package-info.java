/** What a link looks like before it goes anywhere: canonical form, campaign tags, the key that tells two links apart. */
@NullMarked
package io.sharewire.url;

import org.jspecify.annotations.NullMarked;
