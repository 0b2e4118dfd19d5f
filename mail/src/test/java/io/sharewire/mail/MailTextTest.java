package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Article;
import io.sharewire.Draft;
import io.sharewire.Length;
import io.sharewire.PayloadPart;
import io.sharewire.Problem;
import io.sharewire.Share;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTextTest {

    private final MailText text = MailText.of(Samples.settings(2525).build());

    @Test
    void theFirstPartIsTheMessageAndTheSecondTheRecipients() {
        Draft draft = text.draft(Share.of(Samples.korean()).with(MailOptions.to("a+b@news.example", "c@한글.한국")));

        assertThat(draft.payload()).extracting(PayloadPart::type).containsExactly("message/rfc822", "text/uri-list");
        assertThat(draft.payload().get(1).body())
                .isEqualTo("mailto:a%2Bb@news.example\r\nmailto:c@xn--bj0bj06e.xn--3e0b707e\r\n");
    }

    @Test
    void theMessageIsSevenBitWithCrLfAndHasNoHeaderOfASingleDelivery() {
        String message = message(text.draft(Share.of(Samples.korean())));

        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(message)).isTrue();
        assertThat(message.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(message.lines()).noneMatch(line -> line.length() > 998);
        assertThat(message.substring(0, message.indexOf("\r\n\r\n")).lines().filter(line -> !line.startsWith(" ")))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("From", "Subject", "MIME-Version", "Content-Type");
    }

    @Test
    void aKoreanSubjectAndBothBodiesAreReadBackAsTheyWere() throws Exception {
        MimeMessage message = Samples.parsed(message(text.draft(Share.of(Samples.korean()))));

        assertThat(message.getSubject()).isEqualTo("[속보] 한강 다리 통제 & 우회로 50% 안내 #1 📰");
        assertThat(message.getFrom()[0]).hasToString("Newsdesk <newsdesk@news.example>");
        MimeMultipart bodies = (MimeMultipart) message.getContent();
        assertThat(bodies.getContentType()).startsWith("multipart/alternative");
        assertThat(bodies.getCount()).isEqualTo(2);
        assertThat(bodies.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(bodies.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(Samples.body(message, 0)).isEqualToNormalizingNewlines("""
                [속보] 한강 다리 통제 & 우회로 50% 안내 #1 📰

                글 김하늘

                오늘 밤부터 한강 다리 두 곳이 통제된다.

                우회로는 아래와 같다.

                기사 보기:
                https://news.example/bridge?id=1

                한강일보
                """);
    }

    @Test
    void theHtmlShowsPictureCaptionBylineAndButtonInTheArticlesLanguage() throws Exception {
        String html = Samples.body(Samples.parsed(message(text.draft(Share.of(Samples.korean())))), 1);

        assertThat(html)
                .contains("<html lang=\"ko\"", "<meta name=\"color-scheme\" content=\"light dark\">")
                .contains("<title>[속보] 한강 다리 통제 &amp; 우회로 50% 안내 #1 📰</title>")
                .contains("<img src=\"https://news.example/bridge.jpg\" alt=\"불 켜진 다리\" width=\"600\" height=\"400\"")
                .contains("통제를 앞둔 다리 사진 이바다", "글 김하늘", ">기사 보기</a>")
                .contains("href=\"https://news.example/bridge?id=1\"")
                .doesNotContain("<script", "<form", "<link", "javascript:");
        assertThat(html.split("<table", -1))
                .allSatisfy(table -> assertThat(table)
                        .matches(t -> t.startsWith("<!DOCTYPE") || t.startsWith(" role=\"presentation\"")));
    }

    @Test
    void anEnglishArticleGetsEnglishWords() throws Exception {
        Draft draft = text.draft(Samples.share());

        assertThat(draft.text()).contains("By Jo Field", "Read the article:\nhttps://news.example/bridge");
        assertThat(Samples.body(Samples.parsed(message(draft)), 1)).contains("lang=\"en\"", ">Read the article</a>");
    }

    @Test
    void anArticleThatDoesNotTellItsLanguageIsTakenAtItsHeadlinesScript() {
        Article untold = Article.builder("https://news.example/a", "한강 다리 통제").build();

        assertThat(text.draft(Share.of(untold)).text()).contains("기사 보기:");
    }

    @Test
    void theSameShareGivesTheSameBytesAndAnotherTextOtherOnes() {
        Draft first = text.draft(Share.of(Samples.korean()));
        Draft second = MailText.of(Samples.settings(2525).build()).draft(Share.of(Samples.korean()));

        assertThat(second.payload()).isEqualTo(first.payload());
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
        assertThat(text.draft(Share.of(Samples.korean()).withText("다른 글")).fingerprint())
                .isNotEqualTo(first.fingerprint());
    }

    @Test
    void anotherRecipientListIsAnotherFingerprintForTheSameMessage() {
        Draft one = text.draft(Samples.share());
        Draft two = text.draft(Samples.share().with(MailOptions.to("b@news.example")));

        assertThat(two.payload().get(0)).isEqualTo(one.payload().get(0));
        assertThat(two.fingerprint()).isNotEqualTo(one.fingerprint());
    }

    @Test
    void theEditorsTextIsTheFirstParagraphOfBothBodies() throws Exception {
        Draft draft =
                text.draft(Samples.share().withText(MailTarget.CHANNEL, "For tonight's <meeting>.\nBring a map."));

        assertThat(draft.text()).startsWith("For tonight's <meeting>.\nBring a map.\n\nTwo bridges close tonight\n\n");
        assertThat(Samples.body(Samples.parsed(message(draft)), 1)).contains(">For tonight&#39;s &lt;meeting&gt;.<br>");
    }

    @Test
    void aVeryLongLinkStaysOnOneLineOfTheText() throws Exception {
        String link = "https://news.example/" + "a".repeat(2_000);
        Draft draft = text.draft(Samples.share().withLink(MailTarget.CHANNEL, link));

        assertThat(draft.link()).isEqualTo(link);
        assertThat(Samples.body(Samples.parsed(message(draft)), 0).lines()).contains(link);
    }

    @Test
    void bodiesOfEveryKindAreReadBackAsTheyWere() throws Exception {
        for (String summary : List.of(
                "Plain words.",
                "Mostly ASCII, with 한 글자 and a café, so that it is quoted-printable.",
                "대부분이 한글인 글 📰 " + "가".repeat(300),
                "한".repeat(1_200),
                "A".repeat(1_200),
                ".\n.\n\n..dots at the start of a line",
                "From here on = equals =20 and trailing")) {
            Article article = Article.builder("https://news.example/a", "Kinds")
                    .summary(summary)
                    .build();
            MimeMessage message = Samples.parsed(message(text.draft(Share.of(article))));
            String shown = text.draft(Share.of(article)).text();
            assertThat(Samples.body(message, 0)).isEqualToNormalizingNewlines(shown + "\n");
        }
    }

    @Test
    void theHtmlIsCountedAgainstWhereGmailCutsOff() throws Exception {
        Draft draft = text.draft(Samples.share());

        int bytes = Samples.body(Samples.parsed(message(draft)), 1)
                .replace("\r\n", "\n")
                .getBytes(StandardCharsets.UTF_8)
                .length;
        assertThat(draft.length()).isEqualTo(new Length(bytes, 102_400, "bytes of HTML"));
    }

    @Test
    void aTextNearTheCutIsWarnedOfAndOneBeyondItRefused() {
        assertThat(text.draft(Samples.share().withText("a".repeat(85_000))).problems())
                .extracting(Problem::code, Problem::isError)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("LONG_MAIL", false));
        assertThat(text.draft(Samples.share().withText("a".repeat(110_000))).problems())
                .extracting(Problem::code, Problem::isError)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("TEXT_TOO_LONG", true));
    }

    @Test
    void aLongHeadlineIsFittedButAnEditorsSubjectIsNeverCut() throws Exception {
        Article article =
                Article.builder("https://news.example/a", "가나다 ".repeat(100)).build();

        MimeMessage message = Samples.parsed(message(text.draft(Share.of(article))));
        assertThat(message.getSubject()).hasSizeLessThanOrEqualTo(255).endsWith("…");

        Draft chosen = text.draft(Samples.share()
                .with(MailOptions.builder().subject("b".repeat(256)).build()));
        assertThat(chosen.problems()).extracting(Problem::code).containsExactly("TEXT_TOO_LONG");
        assertThat(chosen.refusal()).isPresent();
    }

    @Test
    void optionsReplaceSubjectAndReplyTo() throws Exception {
        Draft draft = text.draft(Samples.share()
                .with(MailOptions.builder()
                        .subject("오늘의 기사")
                        .replyTo("편집국 <desk@news.example>")
                        .build()));

        MimeMessage message = Samples.parsed(message(draft));
        assertThat(message.getSubject()).isEqualTo("오늘의 기사");
        assertThat(message.getReplyTo()[0])
                .isEqualTo(new jakarta.mail.internet.InternetAddress("desk@news.example", "편집국", "UTF-8"));
    }

    @Test
    void aTargetWithoutRecipientsHasAnErrorAndAPreviewHasNone() {
        Draft ofTarget = MailText.of(Samples.settings(2525).to().build()).draft(Samples.share());
        Draft ofPreview = MailText.preview(Samples.letterhead("a@news.example"), () -> Recipients.of(List.of(), false))
                .draft(Samples.share());

        assertThat(ofTarget.refusal()).isPresent();
        assertThat(ofTarget.problems()).extracting(Problem::code).containsExactly("NO_RECIPIENTS");
        assertThat(ofPreview.refusal()).isEmpty();
    }

    @Test
    void aPreviewWithoutAccountCanBeReadAllTheSame() throws Exception {
        Draft draft = MailText.preview(
                        new Letterhead(null, null, MailPicture.REMOTE, false), () -> Recipients.of(List.of(), false))
                .draft(Share.of(Samples.korean()));

        assertThat(draft.refusal()).isEmpty();
        assertThat(Samples.parsed(message(draft)).getSubject()).isEqualTo("[속보] 한강 다리 통제 & 우회로 50% 안내 #1 📰");
    }

    private static String message(Draft draft) {
        return draft.payload().get(0).body();
    }
}
