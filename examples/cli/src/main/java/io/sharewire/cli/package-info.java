@NullMarked
package io.sharewire.cli;

import org.jspecify.annotations.NullMarked;
