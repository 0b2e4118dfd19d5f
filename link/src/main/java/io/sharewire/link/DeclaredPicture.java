package io.sharewire.link;

import org.jspecify.annotations.Nullable;

/**
 * The picture of a preview as the page declares it.
 *
 * @param tag which tag names it
 * @param address as it is written
 * @param width declared; null if not
 * @param height declared; null if not
 * @param isLarge whether it is for a large card
 */
record DeclaredPicture(
        String tag,
        String address,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean isLarge) {}
