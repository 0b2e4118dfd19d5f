@NullMarked
package io.sharewire.mail;

import org.jspecify.annotations.NullMarked;
