package io.sharewire.testkit;

/**
 * A link that Kakao led elsewhere, since its domain is not registered with the app.
 *
 * @param message the id of the message
 * @param from the link as sent
 * @param to the link as delivered
 */
public record KakaoReplacedLink(String message, String from, String to) {}
