package io.sharewire.link;

import io.sharewire.Channel;
import io.sharewire.Problem;
import io.sharewire.Share;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A share whose links have been shortened as far as that was possible.
 *
 * @param share ready to be drafted
 * @param warnings why a channel keeps its long link, by channel; empty if all were shortened
 */
public record ShortenedShare(Share share, Map<Channel, Problem> warnings) {

    /** Takes a copy. */
    public ShortenedShare {
        warnings = Collections.unmodifiableMap(new LinkedHashMap<>(warnings));
    }
}
