package io.sharewire;

import io.sharewire.text.CleanText;
import io.sharewire.url.Campaign;
import io.sharewire.url.CanonicalUrl;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request to share an article: what, with which words, under which name.
 *
 * <p>Everything that needs the network (a short link) is done before and put in here, so that drafting stays pure. The
 * {@link #key} names the request for ever: the same key is never sent twice to the same target. Immutable and
 * thread-safe; every {@code with…} answers a changed copy.
 */
public final class Share {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");

    private final Article article;
    private final @Nullable String text;
    private final Map<Channel, String> texts;
    private final Map<Channel, String> links;
    private final Map<Class<?>, ShareOptions> options;
    private final List<Media> media;
    private final Map<Channel, List<Media>> mediaByChannel;
    private final @Nullable String campaign;
    private final String key;

    private Share(Copy copy) {
        this.article = copy.article;
        this.text = copy.text;
        this.texts = Map.copyOf(copy.texts);
        this.links = Map.copyOf(copy.links);
        this.options = Map.copyOf(copy.options);
        this.media = copy.media;
        this.mediaByChannel = Map.copyOf(copy.mediaByChannel);
        this.campaign = copy.campaign;
        this.key = copy.key;
    }

    /** A share of the article as it is now, in the channels' own words; its key comes from the article's address. */
    public static Share of(Shareable shareable) {
        Article article = Objects.requireNonNull(shareable.toArticle(), "toArticle()");
        return new Share(new Copy(article, defaultKey(article, "1")));
    }

    /** The editor's text for all channels that have none of their own. It is never cut: too long a text is a problem. */
    public Share withText(String newText) {
        return with(copy -> copy.text = orNull(newText));
    }

    /** The editor's text for one channel. */
    public Share withText(Channel channel, String newText) {
        return with(copy -> copy.texts.put(channel, CleanText.paragraphs(newText)));
    }

    /**
     * The link to use on one channel instead of the article's own, such as a short link. It goes out as given, in its ASCII
     * form (host in A-labels, path percent-encoded).
     *
     * @throws IllegalArgumentException if it is not an http(s) address
     */
    public Share withLink(Channel channel, String link) {
        CanonicalUrl.problem(link).ifPresent(problem -> {
            throw new IllegalArgumentException("Share: link for " + channel + " " + problem);
        });
        return with(copy -> copy.links.put(channel, CanonicalUrl.ascii(link)));
    }

    /** An editor's choices for one channel; they replace earlier ones of the same type. */
    public Share with(ShareOptions chosen) {
        return with(copy -> copy.options.put(chosen.getClass(), chosen));
    }

    /** The files to upload along with the post on every channel that takes files and has none of its own. */
    public Share withMedia(Media... files) {
        return with(copy -> copy.media = List.of(files));
    }

    /** The files to upload along with the post on one channel; none at all keeps it without. */
    public Share withMedia(Channel channel, Media... files) {
        return with(copy -> copy.mediaByChannel.put(channel, List.of(files)));
    }

    /** The campaign whose tags every link gets; without one, links stay as they are. */
    public Share withCampaign(String name) {
        return with(copy -> copy.campaign = orNull(name));
    }

    /**
     * Names this request.
     *
     * @param newKey 1 to 128 visible ASCII characters
     */
    public Share withKey(String newKey) {
        if (!KEY.matcher(newKey).matches()) {
            throw new IllegalArgumentException(
                    "Share: key '" + newKey + "' must be 1 to 128 visible ASCII characters without blanks");
        }
        return with(copy -> copy.key = newKey);
    }

    /** Shares the same article once more on purpose (a follow-up, a new day): another edition has another key. */
    public Share withEdition(String edition) {
        return with(copy -> copy.key = defaultKey(article, edition));
    }

    /** The article. */
    public Article article() {
        return article;
    }

    /** The editor's text for a channel, cleaned; empty if the channel is to find its own words. */
    public Optional<String> text(Channel channel) {
        return Optional.ofNullable(texts.getOrDefault(channel, text)).filter(t -> !t.isEmpty());
    }

    /** The link to share on a channel: the one prepared for it, else the canonical one, tagged if there is a campaign. */
    public String link(Channel channel) {
        String prepared = links.get(channel);
        if (prepared != null) {
            return prepared;
        }
        return campaign == null
                ? CanonicalUrl.of(article.url())
                : new Campaign(channel.source(), channel.medium(), campaign).tag(article.url());
    }

    /** An editor's choices of one type; empty if none were made. */
    public <T extends ShareOptions> Optional<T> options(Class<T> type) {
        return Optional.ofNullable(options.get(type)).map(type::cast);
    }

    /** The files to upload along with the post on a channel, in order. */
    public List<Media> media(Channel channel) {
        return mediaByChannel.getOrDefault(channel, media);
    }

    /** The campaign; empty if links are not tagged. */
    public Optional<String> campaign() {
        return Optional.ofNullable(campaign);
    }

    /** The name of this request in the ledger. */
    public String key() {
        return key;
    }

    @Override
    public String toString() {
        return "Share[" + key + ", " + article.url() + "]";
    }

    private static String defaultKey(Article article, String edition) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((CanonicalUrl.dedupKey(article.url()) + '\n' + edition).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static @Nullable String orNull(String text) {
        String clean = CleanText.paragraphs(text);
        return clean.isEmpty() ? null : clean;
    }

    private Share with(Consumer<Copy> change) {
        Copy copy = new Copy(article, key);
        copy.text = text;
        copy.texts.putAll(texts);
        copy.links.putAll(links);
        copy.options.putAll(options);
        copy.media = media;
        copy.mediaByChannel.putAll(mediaByChannel);
        copy.campaign = campaign;
        change.accept(copy);
        return new Share(copy);
    }

    /** A share in the making. */
    private static final class Copy {

        private final Article article;
        private @Nullable String text;
        private final Map<Channel, String> texts = new HashMap<>();
        private final Map<Channel, String> links = new HashMap<>();
        private final Map<Class<?>, ShareOptions> options = new HashMap<>();
        private List<Media> media = List.of();
        private final Map<Channel, List<Media>> mediaByChannel = new HashMap<>();
        private @Nullable String campaign;
        private String key;

        private Copy(Article article, String key) {
            this.article = article;
            this.key = key;
        }
    }
}
