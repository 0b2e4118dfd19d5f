package io.sharewire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exactly what will be sent to one target, computed before anything is sent.
 *
 * <p>{@link #text} is what a reader will see, {@link #payload} what goes over the wire. Publishing sends the payload and
 * computes nothing anew. Holds no credential. Immutable and thread-safe.
 */
public final class Draft {

    private final String target;
    private final Channel channel;
    private final String key;
    private final String text;
    private final @Nullable Length length;
    private final @Nullable String link;
    private final List<Image> media;
    private final List<Problem> problems;
    private final @Nullable Cost cost;
    private final List<PayloadPart> payload;
    private final List<Media> attachments;
    private final List<PayloadPart> afterwards;
    private final String fingerprint;

    private Draft(Builder builder) {
        this.target = builder.target;
        this.channel = builder.channel;
        this.key = builder.key;
        this.text = builder.text;
        this.length = builder.length;
        this.link = builder.link;
        this.media = List.copyOf(builder.media);
        this.problems = List.copyOf(builder.problems);
        this.cost = builder.cost;
        this.payload = List.copyOf(builder.payload);
        this.attachments = List.copyOf(builder.attachments);
        this.afterwards = List.copyOf(builder.afterwards);
        this.fingerprint = fingerprint(payload, attachments, afterwards);
    }

    /**
     * Starts a draft.
     *
     * @param target the target's name
     * @param channel its channel
     * @param share the share it is made from
     * @param text what a reader will see
     */
    public static Builder builder(String target, Channel channel, Share share, String text) {
        return new Builder(target, channel, share.key(), text);
    }

    /** The name of the target it is for. */
    public String target() {
        return target;
    }

    /** The channel of that target. */
    public Channel channel() {
        return channel;
    }

    /** The key of the share it was made from. */
    public String key() {
        return key;
    }

    /** The text as a reader will see it. */
    public String text() {
        return text;
    }

    /** How much room it takes; null where the platform sets no limit. */
    public @Nullable Length length() {
        return length;
    }

    /** The link it carries. */
    public @Nullable String link() {
        return link;
    }

    /** The pictures it shows. */
    public List<Image> media() {
        return media;
    }

    /** What an editor should know, errors first. */
    public List<Problem> problems() {
        return problems;
    }

    /** What sending it is expected to cost; null if nothing. */
    public @Nullable Cost cost() {
        return cost;
    }

    /** One part per create call, in sending order. */
    public List<PayloadPart> payload() {
        return payload;
    }

    /** The files that are uploaded with it, in order; their bytes and descriptions count in the fingerprint. */
    public List<Media> attachments() {
        return attachments;
    }

    /**
     * What is sent once the whole payload is known to be out, such as a first comment; its failure leaves the share what it
     * is. Counts in the fingerprint.
     */
    public List<PayloadPart> afterwards() {
        return afterwards;
    }

    /** SHA-256 of all that is sent, in hex: equal for equal bytes on the wire. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The refusal of a draft that has an error; empty if it may be sent. Every target asks before it sends a byte. */
    public Optional<ShareResult> refusal() {
        return problems.stream()
                .filter(Problem::isError)
                .findFirst()
                .map(p -> new ShareResult.Rejected(Reason.INVALID_CONTENT, p.code(), p.message(), p.remedy(), null));
    }

    /** The same draft with one more problem. */
    public Draft withProblem(Problem problem) {
        Builder copy = new Builder(target, channel, key, text)
                .link(link)
                .media(media)
                .problems(problems)
                .problem(problem)
                .cost(cost);
        copy.length = length;
        copy.payload.addAll(payload);
        copy.attachments = attachments;
        copy.afterwards.addAll(afterwards);
        return copy.build();
    }

    /**
     * Sees to it that a target sends only what it drafted itself.
     *
     * @throws IllegalArgumentException if this draft is for another target
     */
    public void requireTarget(String name) {
        if (!target.equals(name)) {
            throw new IllegalArgumentException(name + " was handed a draft for " + target);
        }
    }

    @Override
    public String toString() {
        return "Draft[" + target + ", " + key + ", " + fingerprint.substring(0, 12) + "]";
    }

    private static String fingerprint(
            List<PayloadPart> payload, List<Media> attachments, List<PayloadPart> afterwards) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            payload.forEach(part -> update(digest, part));
            for (Media file : attachments) {
                String alt = file.alt() == null ? "" : file.alt();
                digest.update(("file:" + file.sha256() + ":" + alt).getBytes(StandardCharsets.UTF_8));
            }
            for (PayloadPart part : afterwards) {
                digest.update("afterwards:".getBytes(StandardCharsets.US_ASCII));
                update(digest, part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Lengths first, so that no two different lists of parts read the same. */
    private static void update(MessageDigest digest, PayloadPart part) {
        byte[] type = part.type().getBytes(StandardCharsets.UTF_8);
        byte[] body = part.body().getBytes(StandardCharsets.UTF_8);
        digest.update((type.length + ":" + body.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(type);
        digest.update(body);
    }

    /** Collects a draft; not thread-safe. */
    public static final class Builder {

        private final String target;
        private final Channel channel;
        private final String key;
        private final String text;
        private @Nullable Length length;
        private @Nullable String link;
        private List<Image> media = List.of();
        private final List<Problem> problems = new ArrayList<>();
        private @Nullable Cost cost;
        private final List<PayloadPart> payload = new ArrayList<>();
        private List<Media> attachments = List.of();
        private final List<PayloadPart> afterwards = new ArrayList<>();

        private Builder(String target, Channel channel, String key, String text) {
            this.target = target;
            this.channel = channel;
            this.key = key;
            this.text = text;
        }

        /** See {@link Draft#length}. */
        public Builder length(Length used) {
            length = used;
            return this;
        }

        /** See {@link Draft#link}. */
        public Builder link(@Nullable String url) {
            link = url;
            return this;
        }

        /** See {@link Draft#media}. */
        public Builder media(List<Image> images) {
            media = images;
            return this;
        }

        /** Adds a problem. */
        public Builder problem(Problem problem) {
            problems.add(problem);
            return this;
        }

        /** Adds problems. */
        public Builder problems(List<Problem> more) {
            problems.addAll(more);
            return this;
        }

        /** See {@link Draft#cost}. */
        public Builder cost(@Nullable Cost expected) {
            cost = expected;
            return this;
        }

        /** Adds what the next create call sends. */
        public Builder part(String type, String body) {
            payload.add(new PayloadPart(type, body));
            return this;
        }

        /** Adds to what is sent afterwards, see {@link Draft#afterwards}. */
        public Builder afterwards(String type, String body) {
            afterwards.add(new PayloadPart(type, body));
            return this;
        }

        /** See {@link Draft#attachments}. */
        public Builder attachments(List<Media> files) {
            attachments = files;
            return this;
        }

        /** The draft. */
        public Draft build() {
            problems.sort((a, b) -> a.severity().compareTo(b.severity()));
            return new Draft(this);
        }
    }
}
