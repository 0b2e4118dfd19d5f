package io.sharewire.testkit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One post as a reader of the platform would now see it.
 *
 * @param id the platform's own id of the post
 * @param text the text as stored by the platform
 * @param link the address that the post leads to, if it has one
 * @param image the address of the picture shown with it, if it has one
 * @param at when the platform stored it
 * @param details what else this platform keeps of a post, in the order in which it should be shown
 */
public record SimulatedPost(
        String id,
        String text,
        @Nullable String link,
        @Nullable String image,
        Instant at,
        Map<String, String> details) {}
