package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewire.Article;
import io.sharewire.Draft;
import io.sharewire.Media;
import io.sharewire.Share;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every message, by the number of the rule or the trap. */
class MailMessageTest {

    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?[^? ]+\\?[BQbq]\\?[^? ]*\\?=");

    private final MailText text = MailText.of(
            Samples.settings(2525).replyTo("편집국 <desk@news.example>").build());

    static Stream<Share> shares() {
        Stream<Share> plain = Stream.of(
                Samples.share(),
                Share.of(Samples.korean()),
                Samples.share().withText("한".repeat(1_200)),
                Samples.share().withText("a".repeat(1_200)),
                Share.of(Samples.korean())
                        .withMedia(Media.of(Pngs.of(90, 60)))
                        .with(MailOptions.builder().picture(MailPicture.INLINE).build()));
        Stream<Share> hostile =
                IntStream.range(0, 40).mapToObj(seed -> Samples.share().withText(HostileTexts.mixed(new Random(seed))));
        return Stream.concat(plain, hostile);
    }

    @ParameterizedTest
    @MethodSource("shares")
    void rule03_noLineIsLongerThanMailAllowsAndNoBreakIsHalf(Share share) {
        String message = message(text.draft(share));

        assertThat(message.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(message.split("\r\n", -1)).allMatch(line -> line.length() <= 998);
        assertThat(message).endsWith("\r\n");
    }

    @ParameterizedTest
    @MethodSource("shares")
    void rule04_headersAreSevenBitTheirEncodedWordsShortAndNoneIsBcc(Share share) {
        String message = message(text.draft(share));
        String headers = message.substring(0, message.indexOf("\r\n\r\n"));

        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(message)).isTrue();
        assertThat(headers.lines()).allMatch(line -> line.length() <= 78);
        assertThat(ENCODED_WORD.matcher(headers).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(word -> word.length() <= 75);
        assertThat(headers.lines()).noneMatch(line -> line.regionMatches(true, 0, "bcc:", 0, 4));
    }

    @ParameterizedTest
    @MethodSource("shares")
    void rule10_twoBuildsOfAShareAreTheSameBytes(Share share) {
        MailText another = MailText.of(
                Samples.settings(2525).replyTo("편집국 <desk@news.example>").build());

        assertThat(another.draft(share).payload()).isEqualTo(text.draft(share).payload());
    }

    @Test
    void rule10_anotherRecipientHasAnotherMessageIdAndASavedMessageKeepsIts() throws Exception {
        Draft draft = text.draft(Samples.share());
        String one = MessageIds.of(draft, "a@x.test", "news.example");
        MailDelivery delivery = new MailComposer(draft, Samples.settings(2525).build(), Samples.NOW).toOne("a@x.test");

        delivery.saveChanges();
        delivery.saveChanges();
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        delivery.writeTo(out);

        assertThat(out.toString(StandardCharsets.US_ASCII)).contains("\r\nMessage-ID: " + one + "\r\n");
        assertThat(MessageIds.of(draft, "b@x.test", "news.example")).isNotEqualTo(one);
    }

    @Test
    void rule12_anEmojiAtTheEndOfAnEncodedWordIsNotSplit() throws Exception {
        for (int before = 0; before < 60; before++) {
            String title = "a".repeat(before) + "📰".repeat(10);
            Article article = Article.builder("https://news.example/a", title).build();

            assertThat(Samples.parsed(message(text.draft(Share.of(article)))).getSubject())
                    .isEqualTo(title);
        }
    }

    @Test
    void trap07_bothBodiesSayTheyAreUtf8AndKoreanSurvives() throws Exception {
        MimeMessage message = Samples.parsed(message(text.draft(Share.of(Samples.korean()))));
        MimeMultipart bodies = (MimeMultipart) message.getContent();

        for (int i = 0; i < 2; i++) {
            assertThat(bodies.getBodyPart(i).getContentType()).endsWith("; charset=UTF-8");
            assertThat((String) bodies.getBodyPart(i).getContent()).contains("오늘 밤부터 한강 다리 두 곳이 통제된다.");
        }
    }

    @Test
    void trap17_oneTargetDraftsForManyThreadsAtOnce() {
        List<Share> shares = shares().toList();
        List<String> alone =
                shares.stream().map(text::draft).map(Draft::fingerprint).toList();

        assertThat(shares.parallelStream().map(text::draft).map(Draft::fingerprint))
                .containsExactlyElementsOf(alone);
    }

    @Test
    void trap20_anAnswerMayGoToAReaderButTheSenderIsAlwaysOurs() throws Exception {
        MimeMessage message = Samples.parsed(message(text.draft(Samples.share()
                .with(MailOptions.builder().replyTo("Reader <reader@else.test>").build()))));

        assertThat(message.getFrom()).extracting(Object::toString).containsExactly("Newsdesk <newsdesk@news.example>");
        assertThat(message.getReplyTo()).extracting(Object::toString).containsExactly("Reader <reader@else.test>");
    }

    private static String message(Draft draft) {
        return draft.payload().get(0).body();
    }
}
