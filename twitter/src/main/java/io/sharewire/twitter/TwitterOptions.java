package io.sharewire.twitter;

import io.sharewire.Channel;
import io.sharewire.ShareOptions;
import io.sharewire.text.CleanText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an editor may choose for one post. Immutable and thread-safe; every {@code with…} answers a changed copy. */
public final class TwitterOptions implements ShareOptions {

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

    private static final TwitterOptions DEFAULTS =
            new TwitterOptions(0, null, ReplySettings.EVERYONE, false, null, List.of());

    private final int hashtags;
    private final @Nullable String via;
    private final ReplySettings replySettings;
    private final boolean thread;
    private final @Nullable TwitterPoll poll;
    private final List<String> posts;

    private TwitterOptions(
            int hashtags,
            @Nullable String via,
            ReplySettings replySettings,
            boolean thread,
            @Nullable TwitterPoll poll,
            List<String> posts) {
        this.hashtags = hashtags;
        this.via = via;
        this.replySettings = replySettings;
        this.thread = thread;
        this.poll = poll;
        this.posts = posts;
    }

    /** No hashtags, no via, everyone may answer, no thread, no poll. */
    public static TwitterOptions defaults() {
        return DEFAULTS;
    }

    /** The same choices with up to {@code count} of the article's tags before the link of a text made from the article. */
    public TwitterOptions withHashtags(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("TwitterOptions: hashtags must not be negative, not " + count);
        }
        return new TwitterOptions(count, via, replySettings, thread, poll, posts);
    }

    /** The same choices with {@code via @name} below a text made from the article; null for none. */
    public TwitterOptions withVia(@Nullable String name) {
        if (name != null && !ScreenName.isValid(name)) {
            throw new IllegalArgumentException(
                    "TwitterOptions: via must be 1 to 15 letters, digits and '_' without '@', not '" + name + "'");
        }
        return new TwitterOptions(hashtags, name, replySettings, thread, poll, posts);
    }

    /** The same choices with others who may answer. */
    public TwitterOptions withReplySettings(ReplySettings whoMayAnswer) {
        return new TwitterOptions(hashtags, via, whoMayAnswer, thread, poll, posts);
    }

    /**
     * The same choices, with or without a thread for a text that is too long for one post; without, such a text is a
     * problem.
     */
    public TwitterOptions withThread(boolean wanted) {
        return new TwitterOptions(hashtags, via, replySettings, wanted, poll, posts);
    }

    /** The same choices with a poll below the post, of a thread below its first; null for none. */
    public TwitterOptions withPoll(@Nullable TwitterPoll asked) {
        return new TwitterOptions(hashtags, via, replySettings, thread, asked, posts);
    }

    /**
     * The same choices with a thread in the editor's own posts, in order, in place of the share's text; none for the share's
     * text. They are never cut; the link goes below the first unless one of them holds it.
     */
    public TwitterOptions withPosts(String... own) {
        List<String> clean = Stream.of(own).map(CleanText::paragraphs).toList();
        return new TwitterOptions(hashtags, via, replySettings, thread, poll, clean);
    }

    /** How many hashtags to add; default 0. */
    public int hashtags() {
        return hashtags;
    }

    /** Whose name to add; null for none, the default. */
    public @Nullable String via() {
        return via;
    }

    /** Who may answer; default everyone. */
    public ReplySettings replySettings() {
        return replySettings;
    }

    /** Whether a long text becomes a thread; default no. */
    public boolean thread() {
        return thread;
    }

    /** What is asked below the post; null for nothing, the default. */
    public @Nullable TwitterPoll poll() {
        return poll;
    }

    /** The editor's own posts; default none. */
    public List<String> posts() {
        return posts;
    }

    @Override
    public Channel channel() {
        return TwitterTarget.CHANNEL;
    }
}
