/** Access tokens that die and are renewed: by one caller at a time, stored before they are used. */
@NullMarked
package io.sharewire.auth;

import org.jspecify.annotations.NullMarked;
