package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors from the Encoding Standard's euc-kr decoder and the HTML Standard's "determining the character encoding". */
class DecodedPageTest {

    /** {@code 뷁똠방각하}; the first two syllables are in windows-949 only. */
    private static final byte[] UHC = HexFormat.of().parseHex("94EE8C63B9E6B0A2C7CF");

    private static final String SYLLABLES = "뷁똠방각하";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EUC-KR",
                "euc-kr",
                " cseuckr ",
                "csksc56011987",
                "iso-ir-149",
                "korean",
                "ks_c_5601-1987",
                "KS_C_5601-1989",
                "ksc5601",
                "ksc_5601",
                "windows-949",
                "cp949",
                "MS949",
                "uhc"
            })
    void everyKoreanLabelMeansWindows949(String label) {
        assertThat(read(UHC, label)).isEqualTo(new DecodedPage(SYLLABLES, "x-windows-949 (Content-Type)"));
        assertThat(read(page("<meta charset=" + label.strip() + ">", UHC), null).text())
                .contains(SYLLABLES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta charset=\"ks_c_5601-1987\">",
                "<META CHARSET='windows-949' />",
                "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=euc-kr\">",
                "<meta content='text/html;charset=\"cp949\"' http-equiv=content-type>",
                "<!-- <meta charset=utf-8> --><meta charset=euc-kr>",
                "<meta name=description content=\"charset=utf-8\"><meta charset=euc-kr>",
                "<meta charset=no-such-charset><meta charset=euc-kr>",
                "<script>var a = '<meta charset=utf-8>';</script><meta charset=euc-kr>"
            })
    void theDeclarationInThePageCounts(String head) {
        DecodedPage decoded = read(page(head, UHC), null);

        assertThat(decoded.source()).isEqualTo("x-windows-949 (meta)");
        assertThat(decoded.text()).contains(SYLLABLES);
    }

    @Test
    void aByteOrderMarkBeatsTheHeader() {
        byte[] marked = join(HexFormat.of().parseHex("EFBBBF"), "가".getBytes(StandardCharsets.UTF_8));

        assertThat(read(marked, "EUC-KR")).isEqualTo(new DecodedPage("가", "UTF-8 (byte order mark)"));
    }

    @ParameterizedTest
    @CsvSource({"FFFE00AC,UTF-16LE", "FEFFAC00,UTF-16BE"})
    void readsUtf16ByItsMark(String hex, String charset) {
        assertThat(read(HexFormat.of().parseHex(hex), null))
                .isEqualTo(new DecodedPage("가", charset + " (byte order mark)"));
    }

    @Test
    void theHeaderBeatsTheDeclarationInThePage() {
        byte[] bytes = page("<meta charset=euc-kr>", "가".getBytes(StandardCharsets.UTF_8));

        DecodedPage decoded = read(bytes, "UTF-8");

        assertThat(decoded.text()).contains("가");
        assertThat(decoded.source()).isEqualTo("UTF-8 (Content-Type)");
    }

    @Test
    void aHeaderThatNamesNoCharsetIsPassedOver() {
        assertThat(read(page("<meta charset=euc-kr>", UHC), "x-nonsense").text())
                .contains(SYLLABLES);
        assertThat(read(page("<meta charset=euc-kr>", UHC), "not a label!").text())
                .contains(SYLLABLES);
    }

    @Test
    void aDeclarationAfterTheFirst1024BytesIsFoundWhenTheBytesAreNotUtf8() {
        DecodedPage decoded = read(page("<!-- " + "x".repeat(2000) + " --><meta charset=euc-kr>", UHC), null);

        assertThat(decoded.text()).contains(SYLLABLES);
        assertThat(decoded.source()).isEqualTo("x-windows-949 (late meta)");
    }

    @Test
    void withoutADeclarationValidUtf8IsUtf8() {
        assertThat(read("<p>가</p>".getBytes(StandardCharsets.UTF_8), null))
                .isEqualTo(new DecodedPage("<p>가</p>", "UTF-8 (valid bytes)"));
    }

    @Test
    void withoutADeclarationHangulIsRecognised() {
        byte[] bytes = page("", "한빛일보 노들나래교 똠얌꿍".getBytes(Charset.forName("x-windows-949")));

        DecodedPage decoded = read(bytes, null);

        assertThat(decoded.text()).contains("똠얌꿍");
        assertThat(decoded.source()).isEqualTo("x-windows-949 (guessed)");
    }

    @Test
    void withoutADeclarationWesternTextIsNotTakenForKorean() {
        byte[] bytes = page("", "Élan à la carte – déjà vu".getBytes(Charset.forName("windows-1252")));

        assertThat(read(bytes, null).text()).contains("Élan à la carte – déjà vu");
    }

    @Test
    void aUtf16LabelInThePageMeansUtf8() {
        assertThat(read(page("<meta charset=utf-16le>", "가".getBytes(StandardCharsets.UTF_8)), null)
                        .source())
                .isEqualTo("UTF-8 (meta)");
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-1,windows-1252",
        "x-user-defined,windows-1252",
        "shift_jis,windows-31j",
        "gb2312,GBK",
        "utf8,UTF-8"
    })
    void otherLabelsMeanWhatTheyMeanOnTheWeb(String label, String charset) {
        assertThat(CharsetLabels.findInPage(label)).contains(Charset.forName(charset));
    }

    @Test
    void readsTheXmlDeclarationOfXhtml() {
        byte[] bytes =
                join("<?xml version=\"1.0\" encoding=\"euc-kr\"?><html><p>".getBytes(StandardCharsets.US_ASCII), UHC);

        assertThat(read(bytes, null).text()).endsWith(SYLLABLES);
    }

    @Test
    void noBytesAreNoText() {
        assertThat(read(new byte[0], null).text()).isEmpty();
    }

    private static DecodedPage read(byte[] bytes, @Nullable String label) {
        return DecodedPage.of(bytes, label);
    }

    private static byte[] page(String head, byte[] body) {
        return join(("<html><head>" + head + "</head><body><p>").getBytes(StandardCharsets.US_ASCII), body);
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
