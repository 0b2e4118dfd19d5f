package io.sharewire.mail;

import io.sharewire.Article;
import io.sharewire.Author;
import io.sharewire.Draft;
import io.sharewire.Drafter;
import io.sharewire.Length;
import io.sharewire.Problem;
import io.sharewire.Share;
import io.sharewire.text.TextFit;
import io.sharewire.text.TextMeasure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How an article becomes a mail.
 *
 * <p>The payload's first part is the message ({@code message/rfc822}) as every recipient gets it, less {@code To},
 * {@code Date} and {@code Message-ID}: they belong to one delivery, so that a draft stays the same, and small, for any
 * number of recipients. The second part is {@link Recipients}; without recipients there is none.
 */
final class MailText implements Drafter {

    /** Gmail cuts a mail off above about 102 KB of HTML. */
    static final int HTML_LIMIT = 102_400;

    private static final int HTML_BUDGET = 81_920;

    /** Outlook keeps 255 characters of a subject. */
    private static final int SUBJECT_LIMIT = 255;

    private static final int SUMMARY_LIMIT = 1_000;

    private final String target;
    private final Letterhead letterhead;
    private final @Nullable MailSettings settings;
    private final Supplier<Recipients> own;

    private MailText(String target, Letterhead letterhead, @Nullable MailSettings settings, Supplier<Recipients> own) {
        this.target = target;
        this.letterhead = letterhead;
        this.settings = settings;
        this.own = own;
    }

    /** For a target: without recipients, a draft has an error. */
    static MailText of(MailSettings settings) {
        return new MailText(settings.name(), Letterhead.of(settings), settings, () -> Recipients.of(settings));
    }

    /** For previews without an account: the sender may be missing, and so may the recipients. */
    static MailText preview(Letterhead letterhead, Supplier<Recipients> own) {
        return new MailText(MailTarget.CHANNEL.id(), letterhead, null, own);
    }

    @Override
    public Draft draft(Share share) {
        Article article = share.article();
        Optional<MailOptions> options = share.options(MailOptions.class);
        String link = share.link(MailTarget.CHANNEL);
        String intro = share.text(MailTarget.CHANNEL).orElse(null);
        String summary =
                article.summary() == null ? null : TextFit.fit(article.summary(), SUMMARY_LIMIT, TextMeasure.GRAPHEMES);
        List<Problem> problems = new ArrayList<>();

        String subject = options.flatMap(MailOptions::subject).orElseGet(() -> fitted(article.title()));
        int subjectLength = subject.codePointCount(0, subject.length());
        if (subjectLength > SUBJECT_LIMIT) {
            problems.add(Problem.textTooLong(new Length(subjectLength, SUBJECT_LIMIT, "characters of subject")));
        }
        String text = text(article, intro, summary, link);
        MailPicture choice = options.flatMap(MailOptions::picture).orElse(letterhead.picture());
        LeadPicture picture =
                LeadPicture.of(share, choice, letterhead.domain(), problems).orElse(null);
        String html = MailHtml.of(article, intro, summary, link, picture);
        Length length = new Length(html.getBytes(StandardCharsets.UTF_8).length, HTML_LIMIT, "bytes of HTML");
        checkLength(length, problems);
        Recipients recipients = recipients(options);
        checkRecipients(recipients, options, problems);

        Draft.Builder draft = Draft.builder(target, MailTarget.CHANNEL, share, text)
                .length(length)
                .link(link)
                .problems(problems)
                .part("message/rfc822", headers(options, subject) + MailMime.body(text + "\n", html, picture));
        if (picture != null && picture.file() != null) {
            draft.attachments(List.of(picture.file()));
        } else if (picture != null) {
            draft.media(article.images().subList(0, 1));
        }
        if (recipients.size() > 0) {
            draft.part(Recipients.TYPE, recipients.body());
        }
        return draft.build();
    }

    private String headers(Optional<MailOptions> options, String subject) {
        Mailbox from = letterhead.from();
        Mailbox replyTo = options.flatMap(MailOptions::replyTo).orElse(letterhead.replyTo());
        return (from == null ? "" : HeaderText.line("From", from))
                + (replyTo == null ? "" : HeaderText.line("Reply-To", replyTo))
                + HeaderText.line("Subject", subject);
    }

    private void checkRecipients(Recipients recipients, Optional<MailOptions> options, List<Problem> problems) {
        if (settings != null && recipients.size() == 0) {
            problems.add(Problem.error(
                    "NO_RECIPIENTS",
                    "The mail has no recipient.",
                    "Set sharewire.mail.to, or name recipients for this share."));
        }
        options.map(MailOptions::to).orElse(List.of()).stream()
                .filter(address -> AddrSpec.needsSmtpUtf8(address) && !letterhead.smtpUtf8())
                .forEach(address -> problems.add(Problem.error(
                        "NEEDS_SMTPUTF8",
                        address + " has characters before the @ that mail servers without SMTPUTF8 do not take.",
                        "Set sharewire.mail.smtp-utf8 to true if yours offers it, or use another address.")));
    }

    private Recipients recipients(Optional<MailOptions> options) {
        List<String> chosen = options.map(MailOptions::to).orElse(List.of());
        if (!chosen.isEmpty()) {
            return Recipients.of(chosen, options.map(MailOptions::oneForAll).orElse(false));
        }
        return own.get();
    }

    private static void checkLength(Length length, List<Problem> problems) {
        if (length.exceeded()) {
            problems.add(Problem.textTooLong(length));
        } else if (length.used() > HTML_BUDGET) {
            problems.add(Problem.warning(
                    "LONG_MAIL",
                    "The mail has " + length.used() + " bytes of HTML; Gmail cuts mails off above " + HTML_LIMIT + ".",
                    "Shorten the text."));
        }
    }

    /** From the fields, not from the HTML; the link has a line of its own. */
    private static String text(Article article, @Nullable String intro, @Nullable String summary, String link) {
        MailWords words = MailWords.of(article);
        List<String> blocks = new ArrayList<>();
        if (intro != null) {
            blocks.add(intro);
        }
        blocks.add(article.title());
        if (!article.authors().isEmpty()) {
            blocks.add(words.byline(article.authors().stream().map(Author::name).toList()));
        }
        if (summary != null) {
            blocks.add(summary);
        }
        blocks.add(words.read() + ":\n" + link);
        if (article.siteName() != null) {
            blocks.add(article.siteName());
        }
        return String.join("\n\n", blocks);
    }

    private static String fitted(String title) {
        return TextFit.fit(title, SUBJECT_LIMIT, TextMeasure.CODE_POINTS);
    }
}
