package io.sharewire.twitter;

import java.util.List;

/**
 * What counting a text found out.
 *
 * @param text the text that was counted, composed (NFC)
 * @param length as X says it counts: every emoji is 2
 * @param atMost as a counter counts that does not know joined emoji (❤️‍🔥) and takes them part by part
 * @param valid whether it holds no character that X refuses
 * @param urls the links that X makes of it
 */
record Weight(String text, int length, int atMost, boolean valid, List<TwitterUrls.Url> urls) {

    /** The links as they stand in the text. */
    List<String> links() {
        return urls.stream().map(url -> url.of(text)).toList();
    }
}
