/** The link as a channel: a tracked link, the article read from its page, the page's own tags, the copy button. */
@NullMarked
package io.sharewire.link;

import org.jspecify.annotations.NullMarked;
