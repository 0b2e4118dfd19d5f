/** Calls to platforms that cannot repeat themselves, and fetches of given addresses that cannot reach private ones. */
@NullMarked
package io.sharewire.http;

import org.jspecify.annotations.NullMarked;
