package io.sharewire.facebook;

import io.sharewire.Channel;
import io.sharewire.ShareOptions;

/**
 * What an editor may choose for one Page post.
 *
 * @param hashtags how many of the article's tags to add as hashtags below the text; default 0
 */
public record FacebookOptions(int hashtags) implements ShareOptions {

    /** Checks the number. */
    public FacebookOptions {
        if (hashtags < 0) {
            throw new IllegalArgumentException("FacebookOptions: hashtags must not be negative, not " + hashtags);
        }
    }

    /** No hashtags. */
    public static FacebookOptions defaults() {
        return new FacebookOptions(0);
    }

    /** The same choices with up to {@code count} hashtags. */
    public FacebookOptions withHashtags(int count) {
        return new FacebookOptions(count);
    }

    @Override
    public Channel channel() {
        return FacebookTarget.CHANNEL;
    }
}
