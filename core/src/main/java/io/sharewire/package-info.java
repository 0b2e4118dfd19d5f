/**
 * The article, the request to share it, what came of it, and the interface every channel implements.
 *
 * <p>Nothing in here knows a channel; a channel knows this package and never another channel.
 */
@NullMarked
package io.sharewire;

import org.jspecify.annotations.NullMarked;
