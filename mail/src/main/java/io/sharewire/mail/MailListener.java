package io.sharewire.mail;

import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Unknown;

/**
 * Hears what becomes of each recipient, while a batch is under way. Does nothing by default.
 *
 * <p>Called in the thread that publishes: whoever is slow holds up the batch. A batch stops behind the recipient at which
 * a listener throws, since a position that could not be written down cannot be resumed from. Implementations are
 * thread-safe if their target is used by several threads.
 */
public interface MailListener {

    /** Nobody listens. */
    MailListener NONE = new MailListener() {};

    /**
     * A mail is about to be sent; not a byte of it has been.
     *
     * @param index the recipient's place in the draft's list, from zero
     */
    default void sending(int index, String recipient) {}

    /** The server has it. */
    default void accepted(int index, String recipient, String messageId) {}

    /** The server, or our own check of the address, does not take this recipient; the batch goes on. */
    default void refused(int index, String recipient, Rejected why) {}

    /** It may or may not be out; the batch stops here, and the resumed one leaves this recipient out. */
    default void inDoubt(int index, String recipient, Unknown why) {}

    /** Not sent, for a reason that holds for everybody: the batch stops before this recipient, and is resumed with it. */
    default void stopped(int index, String recipient, Rejected why) {}
}
