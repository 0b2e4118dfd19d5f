package io.sharewire;

import java.time.Instant;

/**
 * What was seen when it could not be told whether a share went out.
 *
 * @param code stable, upper-case with underscores, e.g. {@code ANSWER_LOST} or {@code SERVER_ERROR}
 * @param message what was attempted and what was seen
 * @param since when the attempt began: a look-up goes back to here
 */
public record Evidence(String code, String message, Instant since) {}
