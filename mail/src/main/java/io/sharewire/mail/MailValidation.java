package io.sharewire.mail;

import io.sharewire.Validation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A {@link Validation} that knows addresses. A value in its message does not bring its line breaks along. */
final class MailValidation {

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

    private final Validation validation;

    MailValidation(String subject) {
        this.validation = new Validation(subject);
    }

    MailValidation required(String name, String value) {
        validation.required(name, value);
        return this;
    }

    MailValidation check(boolean fine, String problem) {
        validation.check(fine, problem);
        return this;
    }

    /** Notes a value that is not {@code kind}, e.g. {@code a label in ASCII}. */
    MailValidation check(String name, @Nullable String value, Predicate<String> fine, String kind) {
        return value == null
                ? this
                : check(fine.test(value), name + " must be " + kind + ", not '" + visible(value) + "'");
    }

    MailValidation domain(String name, @Nullable String value) {
        return check(name, value, DOMAIN.asMatchPredicate(), "a domain in ASCII");
    }

    /** Notes a value that is no address with or without a name. */
    MailValidation mailbox(String name, @Nullable String value) {
        return address(name, value, Mailbox::problem);
    }

    /** Notes every one of {@code given} that is not a bare address. */
    MailValidation recipients(List<String> given, boolean smtpUtf8) {
        given.forEach(to -> address("to", to, address -> Mailbox.recipientProblem(address, smtpUtf8)));
        return this;
    }

    MailValidation address(String name, @Nullable String value, Function<String, Optional<String>> problem) {
        Optional<String> found = value == null ? Optional.empty() : problem.apply(value);
        found.ifPresent(wrong -> check(false, name + " '" + visible(String.valueOf(value)) + "' " + wrong));
        return this;
    }

    void orThrow() {
        validation.orThrow();
    }

    private static String visible(String value) {
        return value.replaceAll("\\p{Cntrl}", "?");
    }
}
