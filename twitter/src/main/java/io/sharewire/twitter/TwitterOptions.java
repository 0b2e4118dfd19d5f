package io.sharewire.twitter;

import io.sharewire.Channel;
import io.sharewire.ShareOptions;
import org.jspecify.annotations.Nullable;

/**
 * What an editor may choose for one post.
 *
 * @param hashtags how many of the article's tags to add as hashtags before the link, if the text is made from the
 *     article; default 0
 * @param via whose name to add as {@code via @name}, if the text is made from the article; null for none
 * @param replySettings who may answer; default everyone
 * @param thread whether a text that is too long for one post becomes several, each an answer to the one before; default
 *     no, and such a text is a problem
 * @param poll a poll below the post, of a thread below its first; null for none
 */
public record TwitterOptions(
        int hashtags,
        @Nullable String via,
        ReplySettings replySettings,
        boolean thread,
        @Nullable TwitterPoll poll) implements ShareOptions {

    /** Who may answer a post; those it mentions always may. */
    public enum ReplySettings {
        /** Everyone. X has no word for it: it is what goes without saying. */
        EVERYONE(null),
        /** Whom the account follows. */
        FOLLOWING("following"),
        /** Only whom the post mentions. */
        MENTIONED_USERS("mentionedUsers"),
        /** The account's subscribers. */
        SUBSCRIBERS("subscribers"),
        /** Verified accounts. */
        VERIFIED("verified");

        private final @Nullable String wire;

        ReplySettings(@Nullable String wire) {
            this.wire = wire;
        }

        /** X's word; null for everyone. */
        @Nullable String wire() {
            return wire;
        }
    }

    /** Checks the number and the name. */
    public TwitterOptions {
        if (hashtags < 0) {
            throw new IllegalArgumentException("TwitterOptions: hashtags must not be negative, not " + hashtags);
        }
        if (via != null && !ScreenName.isValid(via)) {
            throw new IllegalArgumentException(
                    "TwitterOptions: via must be 1 to 15 letters, digits and '_' without '@', not '" + via + "'");
        }
    }

    /** No hashtags, no via, everyone may answer, no thread, no poll. */
    public static TwitterOptions defaults() {
        return new TwitterOptions(0, null, ReplySettings.EVERYONE, false, null);
    }

    /** The same choices with up to {@code count} hashtags. */
    public TwitterOptions withHashtags(int count) {
        return new TwitterOptions(count, via, replySettings, thread, poll);
    }

    /** The same choices with {@code via @name}. */
    public TwitterOptions withVia(@Nullable String name) {
        return new TwitterOptions(hashtags, name, replySettings, thread, poll);
    }

    /** The same choices with others who may answer. */
    public TwitterOptions withReplySettings(ReplySettings whoMayAnswer) {
        return new TwitterOptions(hashtags, via, whoMayAnswer, thread, poll);
    }

    /** The same choices, with or without a thread for a long text. */
    public TwitterOptions withThread(boolean wanted) {
        return new TwitterOptions(hashtags, via, replySettings, wanted, poll);
    }

    /** The same choices with a poll. */
    public TwitterOptions withPoll(@Nullable TwitterPoll asked) {
        return new TwitterOptions(hashtags, via, replySettings, thread, asked);
    }

    @Override
    public Channel channel() {
        return TwitterTarget.CHANNEL;
    }
}
