package io.sharewire.mail;

/**
 * A recipient list that is too long to be held in memory or shown in a draft, read one address at a time.
 *
 * <p>{@link #version} names the exact list: as long as it is the same, so are the size and the address at every index.
 * A draft carries the version instead of the addresses, so that a batch that broke off is resumed on the very list it
 * began with. Implementations are thread-safe.
 */
public interface MailingList {

    /** Names this list in this state, e.g. {@code subscribers@2026-11-24}: 1 to 128 visible ASCII characters. */
    String version();

    /** The number of recipients. */
    int size();

    /**
     * One recipient: a bare address. What is not one counts as a refused recipient; the others still get their mail.
     *
     * @param index from zero to below {@link #size}
     */
    String address(int index);
}
