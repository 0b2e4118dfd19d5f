package io.sharewire.mail;

import io.sharewire.Validation;
import java.time.Duration;

/**
 * How many connections to the mail server a target keeps, and for how long.
 *
 * <p>A batch uses one connection; several are for shares that are sent at the same time. Immutable and thread-safe.
 */
public final class MailConnections {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST = 1_000;

    private final Builder values;

    private MailConnections(Builder values) {
        this.values = values;
    }

    /** The defaults. */
    public static MailConnections defaults() {
        return builder().build();
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    int most() {
        return values.most;
    }

    int mailsEach() {
        return values.mailsEach;
    }

    Duration longestAge() {
        return values.longestAge;
    }

    Duration longestIdle() {
        return values.longestIdle;
    }

    Duration longestWait() {
        return values.longestWait;
    }

    /** Collects limits; not thread-safe. */
    public static final class Builder {

        private int most = 4;
        private int mailsEach = 100;
        private Duration longestAge = Duration.ofMinutes(10);
        private Duration longestIdle = Duration.ofSeconds(30);
        private Duration longestWait = Duration.ofSeconds(30);

        private Builder() {}

        /** How many are open at the same time; default 4, at most 1,000. Servers have such limits per client. */
        public Builder most(int count) {
            most = count;
            return this;
        }

        /** How many mails go over one before the next is opened; default 100. Servers have such limits. */
        public Builder mailsEach(int count) {
            mailsEach = count;
            return this;
        }

        /** How old one may be when a mail goes over it; default 10 minutes, at most an hour. */
        public Builder longestAge(Duration time) {
            longestAge = time;
            return this;
        }

        /**
         * How long one is kept without a mail; default 30 s, at most an hour, zero keeps none. Servers hang up after 30 s to
         * 5 minutes. One that was idle for a second or more is asked whether it is still there before a mail goes over it.
         */
        public Builder longestIdle(Duration time) {
            longestIdle = time;
            return this;
        }

        /** How long a share waits for a connection while all are in use; default 30 s, at most an hour. */
        public Builder longestWait(Duration time) {
            longestWait = time;
            return this;
        }

        /**
         * The limits.
         *
         * @throws IllegalArgumentException with everything that is wrong
         */
        public MailConnections build() {
            Validation validation = new Validation("MailConnections")
                    .check(most > 0 && most <= MOST, "most must be 1 to 1000, not " + most)
                    .check(mailsEach > 0, "mailsEach must be above 0, not " + mailsEach);
            checkTime(validation, "longestAge", longestAge);
            checkTime(validation, "longestIdle", longestIdle);
            checkTime(validation, "longestWait", longestWait);
            validation.orThrow();
            Builder copy = new Builder();
            copy.most = most;
            copy.mailsEach = mailsEach;
            copy.longestAge = longestAge;
            copy.longestIdle = longestIdle;
            copy.longestWait = longestWait;
            return new MailConnections(copy);
        }

        private static void checkTime(Validation validation, String name, Duration time) {
            validation.check(
                    !time.isNegative() && time.compareTo(LONGEST) <= 0, name + " must be zero to an hour, not " + time);
        }
    }
}
