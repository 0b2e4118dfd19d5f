/** Article mail over SMTP, and the button that opens the reader's own mail program. */
@NullMarked
package io.sharewire.mail;

import org.jspecify.annotations.NullMarked;
