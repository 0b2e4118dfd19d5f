/** JSON in and out, with the library behind it kept out of every public signature. */
@NullMarked
package io.sharewire.json;

import org.jspecify.annotations.NullMarked;
