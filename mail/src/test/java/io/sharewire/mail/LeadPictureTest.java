package io.sharewire.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sharewire.Draft;
import io.sharewire.Media;
import io.sharewire.Problem;
import io.sharewire.Share;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class LeadPictureTest {

    private static final Media PNG = Media.of(Pngs.of(900, 600), "그려진 다리");

    private final MailText text = MailText.of(Samples.settings(2525).build());

    @Test
    void aPictureStaysAtItsAddressUnlessChosenOtherwise() throws Exception {
        Draft draft = text.draft(Share.of(Samples.korean()).withMedia(PNG));

        assertThat(draft.attachments()).isEmpty();
        assertThat(draft.media()).isEqualTo(Samples.korean().images());
        assertThat(image(Samples.body(message(draft), 1)).attr("src")).isEqualTo("https://news.example/bridge.jpg");
    }

    @Test
    void aPictureThatIsCarriedAlongIsRelatedToTheHtmlByItsContentId() throws Exception {
        Draft draft = text.draft(inline(Share.of(Samples.korean()).withMedia(PNG)));

        assertThat(draft.problems()).isEmpty();
        assertThat(draft.attachments()).containsExactly(PNG);
        assertThat(draft.media()).isEmpty();
        MimeMultipart alternative = (MimeMultipart) message(draft).getContent();
        assertThat(alternative.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        BodyPart second = alternative.getBodyPart(1);
        ContentType type = new ContentType(second.getContentType());
        assertThat(type.getBaseType()).isEqualTo("multipart/related");
        assertThat(type.getParameter("type")).isEqualTo("text/html");

        MimeMultipart related = (MimeMultipart) second.getContent();
        assertThat(related.getCount()).isEqualTo(2);
        MimeBodyPart picture = (MimeBodyPart) related.getBodyPart(1);
        assertThat(new ContentType(picture.getContentType()).getBaseType()).isEqualTo("image/png");
        assertThat(picture.getDisposition()).isEqualTo("inline");
        assertThat(picture.getFileName()).isEqualTo("picture.png");
        assertThat(picture.getInputStream().readAllBytes()).isEqualTo(PNG.bytes());

        Element image = image((String) related.getBodyPart(0).getContent());
        assertThat(picture.getContentID()).isEqualTo("<" + image.attr("src").substring("cid:".length()) + ">");
        assertThat(picture.getContentID()).matches("<[A-Za-z0-9.]+@news\\.example>");
        assertThat(image.attr("alt")).isEqualTo("그려진 다리");
        assertThat(image.attr("width")).isEqualTo("600");
        assertThat(image.attr("height")).isEqualTo("400");
    }

    @Test
    void itsBytesAreTheSameEveryTimeAndAnotherPictureIsAnotherFingerprint() {
        Share share = inline(Share.of(Samples.korean()).withMedia(PNG));
        Draft first = text.draft(share);

        assertThat(MailText.of(Samples.settings(2525).build()).draft(share).payload())
                .isEqualTo(first.payload());
        assertThat(text.draft(share.withMedia(Media.of(Pngs.of(900, 601), "그려진 다리")))
                        .fingerprint())
                .isNotEqualTo(first.fingerprint());
        assertThat(StandardCharsets.US_ASCII
                        .newEncoder()
                        .canEncode(first.payload().get(0).body()))
                .isTrue();
    }

    @Test
    void withoutAFileTheAddressIsShownAndTheEditorTold() throws Exception {
        Draft draft = text.draft(inline(Share.of(Samples.korean())));

        assertThat(draft.problems())
                .extracting(Problem::code, Problem::isError)
                .containsExactly(tuple("NO_INLINE_PICTURE", false));
        assertThat(image(Samples.body(message(draft), 1)).attr("src")).isEqualTo("https://news.example/bridge.jpg");
        assertThat(text.draft(inline(Samples.share())).problems()).isEmpty();
    }

    @Test
    void aFileThatMailProgramsDoNotShowIsNotCarriedAlong() {
        Media webp = Media.of("RIFF0000WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1));

        Draft draft = text.draft(inline(Share.of(Samples.korean()).withMedia(webp)));
        Draft beside = text.draft(inline(Share.of(Samples.korean()).withMedia(webp, PNG)));

        assertThat(draft.attachments()).isEmpty();
        assertThat(draft.problems()).extracting(Problem::code).containsExactly("NO_INLINE_PICTURE");
        assertThat(beside.attachments()).containsExactly(PNG);
        assertThat(beside.problems()).extracting(Problem::code).containsExactly("MEDIA_LEFT_OUT");
    }

    @Test
    void aPictureAboveAMegabyteIsWarnedOf() {
        byte[] bytes = new byte[1_000_001];
        System.arraycopy(PNG.bytes(), 0, bytes, 0, PNG.size());

        assertThat(text.draft(inline(Share.of(Samples.korean()).withMedia(Media.of(bytes))))
                        .problems())
                .extracting(Problem::code, Problem::isError)
                .containsExactly(tuple("LARGE_PICTURE", false));
    }

    @Test
    void noneIsNone() throws Exception {
        Draft draft = text.draft(Share.of(Samples.korean())
                .withMedia(PNG)
                .with(MailOptions.builder().picture(MailPicture.NONE).build()));

        assertThat(draft.attachments()).isEmpty();
        assertThat(draft.media()).isEmpty();
        assertThat(Jsoup.parse(Samples.body(message(draft), 1)).select("img")).isEmpty();
    }

    @Test
    void theTargetsOwnWayHoldsUntilAnEditorChoosesAnother() {
        MailText inline =
                MailText.of(Samples.settings(2525).picture(MailPicture.INLINE).build());
        Share share = Share.of(Samples.korean()).withMedia(PNG);

        assertThat(inline.draft(share).attachments()).containsExactly(PNG);
        assertThat(inline.draft(share.with(MailOptions.builder()
                                .picture(MailPicture.REMOTE)
                                .build()))
                        .attachments())
                .isEmpty();
    }

    private static Share inline(Share share) {
        return share.with(MailOptions.builder().picture(MailPicture.INLINE).build());
    }

    private static Element image(String html) {
        return Jsoup.parse(html).selectFirst("img");
    }

    private static MimeMessage message(Draft draft) throws Exception {
        return Samples.parsed(draft.payload().get(0).body());
    }
}
