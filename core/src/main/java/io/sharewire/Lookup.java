package io.sharewire;

import java.util.List;

/** What a look at the channel says about a draft that may be out. */
public sealed interface Lookup {

    /**
     * It is there.
     *
     * @param receipts one per part that was found, in order; more than the draft has parts means it is there twice
     */
    record Found(List<Receipt> receipts) implements Lookup {

        /** Takes a copy. */
        public Found {
            receipts = List.copyOf(receipts);
        }
    }

    /** The channel was read to the end and it is not there (yet: platforms show new posts with a lag). */
    record NotFound() implements Lookup {}

    /**
     * The channel cannot be read, or the reading failed.
     *
     * @param why for the person who now has to look
     */
    record CannotTell(String why) implements Lookup {}
}
