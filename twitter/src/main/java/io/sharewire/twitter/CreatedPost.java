package io.sharewire.twitter;

import org.jspecify.annotations.Nullable;

/** The answer of {@code POST /2/tweets}; {@code errors} may stand beside {@code data}. */
record CreatedPost(@Nullable TwitterPost data) {}
