package io.sharewire;

import io.sharewire.ShareResult.Unknown;
import java.util.List;

/**
 * What a look has shown.
 *
 * @param found the parts that are out, in order
 * @param why what to add to what was known before
 * @param wasNotFound whether the channel could be read to the end
 */
record Look(List<Receipt> found, String why, boolean wasNotFound) {

    private static String sentence(String message) {
        return message.matches("(?s).*[.!?\\]]") ? message : message + ".";
    }

    Unknown explain(Unknown before) {
        Evidence evidence = before.evidence();
        return why.isEmpty()
                ? before
                : new Unknown(new Evidence(
                        wasNotFound ? "NOT_FOUND_YET" : evidence.code(),
                        sentence(evidence.message()) + " " + why,
                        evidence.since()));
    }
}
