package io.sharewire;

/**
 * What one create call puts on the wire, less ids and tokens: the very text, not a description of it.
 *
 * @param type media type of the body, e.g. {@code application/json}
 * @param body the body, UTF-8 on the wire
 */
public record PayloadPart(String type, String body) {}
