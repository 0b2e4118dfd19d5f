/** The {@code sharewire} command: reads an article, previews it, shares it, and runs the sandbox. */
@NullMarked
package io.sharewire.cli;

import org.jspecify.annotations.NullMarked;
