@NullMarked
package io.sharewire.twitter;

import org.jspecify.annotations.NullMarked;
