package io.sharewire.mail;

import io.sharewire.Channel;
import io.sharewire.ShareOptions;
import io.sharewire.text.CleanText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an editor may choose for one article mail: who gets it, another subject, where answers go, how the
 * picture is shown.
 *
 * <p>Immutable and thread-safe.
 */
public final class MailOptions implements ShareOptions {

    private final List<String> to;
    private final boolean oneForAll;
    private final @Nullable String subject;
    private final @Nullable Mailbox replyTo;
    private final @Nullable MailPicture picture;

    private MailOptions(Builder builder) {
        this.to = Mailbox.recipients(builder.to, true);
        this.oneForAll = builder.oneForAll;
        this.subject = builder.subject == null ? null : CleanText.line(builder.subject);
        this.replyTo = builder.replyTo == null ? null : Mailbox.of(builder.replyTo);
        this.picture = builder.picture;
    }

    /** Starts with nothing chosen. */
    public static Builder builder() {
        return new Builder();
    }

    /** A mail to these recipients instead of the target's own; bare addresses. */
    public static MailOptions to(String... addresses) {
        return builder().to(addresses).build();
    }

    @Override
    public Channel channel() {
        return MailTarget.CHANNEL;
    }

    /** The recipients of this share, bare addresses with A-label domains; empty for the target's own. */
    public List<String> to() {
        return to;
    }

    /** Whether they get one mail together, which shows each of them all the others. */
    public boolean oneForAll() {
        return oneForAll;
    }

    /** The subject instead of the headline. */
    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    Optional<Mailbox> replyTo() {
        return Optional.ofNullable(replyTo);
    }

    /** How the lead picture is shown; empty for the target's own way. */
    public Optional<MailPicture> picture() {
        return Optional.ofNullable(picture);
    }

    /** Collects options; not thread-safe. */
    public static final class Builder {

        private List<String> to = List.of();
        private boolean oneForAll;
        private @Nullable String subject;
        private @Nullable String replyTo;
        private @Nullable MailPicture picture;

        private Builder() {}

        /**
         * See {@link MailOptions#to()}. One with letters beyond ASCII before the {@code @} is a problem of the draft unless
         * the target's settings allow SMTPUTF8.
         */
        public Builder to(String... addresses) {
            return to(List.of(addresses));
        }

        /** As {@link #to(String...)}. */
        public Builder to(List<String> addresses) {
            to = List.copyOf(addresses);
            return this;
        }

        /** See {@link MailOptions#oneForAll()}; default no, each gets a mail of their own. */
        public Builder oneForAll(boolean together) {
            oneForAll = together;
            return this;
        }

        /** See {@link MailOptions#subject}. */
        public Builder subject(@Nullable String line) {
            subject = line;
            return this;
        }

        /** Where answers to this mail go, with or without a name; default as the target has it. */
        public Builder replyTo(@Nullable String mailbox) {
            replyTo = mailbox;
            return this;
        }

        /** See {@link MailOptions#picture}. */
        public Builder picture(@Nullable MailPicture shown) {
            picture = shown;
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException with everything that is wrong
         */
        public MailOptions build() {
            MailValidation validation = new MailValidation("MailOptions")
                    .recipients(to, true)
                    .mailbox("replyTo", replyTo)
                    .check(!oneForAll || !to.isEmpty(), "oneForAll needs recipients: name them with to");
            if (subject != null) {
                validation
                        .check(!subject.isBlank(), "subject is blank")
                        .check(
                                subject.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029),
                                "subject must be one line without control characters");
            }
            validation.orThrow();
            return new MailOptions(this);
        }
    }
}
