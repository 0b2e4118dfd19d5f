package io.sharewire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Proof that something was shared, and the handle to correct it or take it back.
 *
 * @param target the target's name
 * @param id the platform's id; where a platform gives none, our own reference, which the channel's documentation names
 * @param url where it can be seen: the permalink, or the shared link where a platform has no permalinks
 * @param at when the platform accepted it, as far as known
 */
public record Receipt(String target, String id, @Nullable String url, Instant at) {}
