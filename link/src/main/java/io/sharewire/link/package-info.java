/** The link as a channel: tracked and short links, QR codes, reading an article from its page, page tags, pings, the copy button. */
@NullMarked
package io.sharewire.link;

import org.jspecify.annotations.NullMarked;
