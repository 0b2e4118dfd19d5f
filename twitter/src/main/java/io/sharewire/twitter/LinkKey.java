package io.sharewire.twitter;

import io.sharewire.url.CanonicalUrl;

/** What two spellings of one link have in common; X itself adds {@code http://} to a bare name. */
final class LinkKey {

    private LinkKey() {}

    /** The key of a link as it stands in a text. */
    static String of(String link) {
        String address = link.contains("://") ? link : "http://" + link;
        return CanonicalUrl.problem(address).isPresent() ? link : CanonicalUrl.dedupKey(address);
    }
}
