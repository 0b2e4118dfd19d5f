package io.sharewire.facebook;

import io.sharewire.Channel;
import io.sharewire.ShareOptions;
import io.sharewire.text.CleanText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What an editor may choose for one Page post. Immutable and thread-safe; every {@code with…} answers a changed copy. */
public final class FacebookOptions implements ShareOptions {

    /** Where the link of a post with photos stands, since such a post shows no link card. */
    public enum LinkPlace {
        /** Below the text, on a line of its own. */
        TEXT,
        /** In the first comment. */
        FIRST_COMMENT
    }

    private static final FacebookOptions DEFAULTS = new FacebookOptions(0, null, null, null, null, LinkPlace.TEXT);

    private final int hashtags;
    private final @Nullable String firstComment;
    private final @Nullable Instant scheduledAt;
    private final @Nullable FacebookAudience audience;
    private final @Nullable FacebookFeedPreference feedPreference;
    private final LinkPlace linkPlace;

    private FacebookOptions(
            int hashtags,
            @Nullable String firstComment,
            @Nullable Instant scheduledAt,
            @Nullable FacebookAudience audience,
            @Nullable FacebookFeedPreference feedPreference,
            LinkPlace linkPlace) {
        this.hashtags = hashtags;
        this.firstComment = firstComment;
        this.scheduledAt = scheduledAt;
        this.audience = audience;
        this.feedPreference = feedPreference;
        this.linkPlace = linkPlace;
    }

    /** No hashtags, no comment, at once, for everybody; a link beside photos in the text. */
    public static FacebookOptions defaults() {
        return DEFAULTS;
    }

    /** The same choices with up to {@code count} of the article's tags as hashtags below a text made from the article. */
    public FacebookOptions withHashtags(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("FacebookOptions: hashtags must not be negative, not " + count);
        }
        return new FacebookOptions(count, firstComment, scheduledAt, audience, feedPreference, linkPlace);
    }

    /** The same choices with a comment by the Page below the post, made once the post is out; blank or null for none. */
    public FacebookOptions withFirstComment(@Nullable String text) {
        String clean = text == null ? "" : CleanText.paragraphs(text);
        return new FacebookOptions(
                hashtags, clean.isEmpty() ? null : clean, scheduledAt, audience, feedPreference, linkPlace);
    }

    /**
     * The same choices with a post that Facebook keeps and publishes by itself at this time, to the second; null for at
     * once. It cannot have a first comment.
     */
    public FacebookOptions withScheduledAt(@Nullable Instant time) {
        Instant second = time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
        return new FacebookOptions(hashtags, firstComment, second, audience, feedPreference, linkPlace);
    }

    /** The same choices for these people only; null for everybody. */
    public FacebookOptions withAudience(@Nullable FacebookAudience people) {
        return new FacebookOptions(hashtags, firstComment, scheduledAt, people, feedPreference, linkPlace);
    }

    /** The same choices, rather for these people's feeds; null for everybody's. */
    public FacebookOptions withFeedPreference(@Nullable FacebookFeedPreference people) {
        return new FacebookOptions(hashtags, firstComment, scheduledAt, audience, people, linkPlace);
    }

    /** The same choices with another place for the link of a post with photos. */
    public FacebookOptions withLinkPlace(LinkPlace place) {
        return new FacebookOptions(hashtags, firstComment, scheduledAt, audience, feedPreference, place);
    }

    /** How many hashtags to add; default 0. */
    public int hashtags() {
        return hashtags;
    }

    /** What the Page comments first; null for nothing, the default. */
    public @Nullable String firstComment() {
        return firstComment;
    }

    /** When Facebook publishes it; null for at once, the default. */
    public @Nullable Instant scheduledAt() {
        return scheduledAt;
    }

    /** Who alone may see it; null for everybody, the default. */
    public @Nullable FacebookAudience audience() {
        return audience;
    }

    /** Whose feeds it is for; null for everybody's, the default. */
    public @Nullable FacebookFeedPreference feedPreference() {
        return feedPreference;
    }

    /** Where the link stands beside photos; default in the text. */
    public LinkPlace linkPlace() {
        return linkPlace;
    }

    @Override
    public Channel channel() {
        return FacebookTarget.CHANNEL;
    }
}
