package io.sharewire.testkit;

import java.time.Instant;
import java.util.List;

/**
 * One message that the mail server has accepted, with its envelope.
 *
 * @param sender the envelope sender as given, with its angle brackets
 * @param recipients the accepted recipients as given, with their angle brackets
 * @param content the message as sent, dots no longer doubled, one byte per character
 * @param utf8 whether the transaction announced SMTPUTF8
 * @param at when it was accepted
 */
record MailDelivery(String sender, List<String> recipients, String content, boolean utf8, Instant at) {}
