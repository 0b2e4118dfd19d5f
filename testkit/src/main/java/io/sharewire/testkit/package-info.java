@NullMarked
package io.sharewire.testkit;

import org.jspecify.annotations.NullMarked;
