package io.sharewire.mail;

/**
 * One part of a batch.
 *
 * @param index its place in the draft's list, from zero
 * @param address as given; of a {@link MailList} not yet checked
 */
record Recipient(int index, String address) {}
