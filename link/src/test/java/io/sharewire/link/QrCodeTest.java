package io.sharewire.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.sharewire.Article;
import io.sharewire.Share;
import io.sharewire.link.QrCode.ErrorCorrection;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class QrCodeTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int WHITE = 0xFFFFFF;

    static Stream<Arguments> links() {
        Random random = new Random(20261124);
        return Stream.concat(
                        Stream.of(
                                "https://n.example/a",
                                "https://news.example/2026/11/24/harbour?utm_source=qr&utm_medium=qr&utm_campaign=spring",
                                "https://뉴스.example/가나다?라=마",
                                "https://n.example/" + "a".repeat(1200)),
                        Stream.generate(() -> "https://n.example/"
                                        + random.ints(1 + random.nextInt(300), '0', 'z')
                                                .filter(Character::isLetterOrDigit)
                                                .mapToObj(Character::toString)
                                                .reduce("", String::concat))
                                .limit(20))
                .flatMap(link -> Arrays.stream(ErrorCorrection.values()).map(level -> Arguments.of(link, level)));
    }

    @ParameterizedTest
    @MethodSource("links")
    void whatIsDecodedIsWhatWasEncoded(String link, ErrorCorrection correction) throws Exception {
        QrCode code = QrCode.of(link, correction);

        Result png = decode(raster(code.png(3)));
        Result svg = decode(raster(code.svg("A title"), 3));

        assertThat(png.getText()).isEqualTo(code.link());
        assertThat(svg.getText()).isEqualTo(code.link());
        assertThat(png.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL))
                .isEqualTo(correction.name());
    }

    /** Sizes of a link of 27 and one of 104 characters, with the quiet zone of 4 on either side. */
    @ParameterizedTest
    @CsvSource({"27,L,25", "27,M,29", "27,Q,29", "27,H,33", "104,L,37", "104,M,41", "104,Q,49", "104,H,57"})
    void hasTheSizeOfItsVersionAndAQuietZoneOfFour(int length, ErrorCorrection correction, int modules) {
        QrCode code = QrCode.of("https://news.example/".concat("a".repeat(length - 21)), correction);

        assertThat(code.size()).isEqualTo(modules + 8);
        Matcher run = RUN.matcher(code.svg(""));
        int left = Integer.MAX_VALUE;
        int right = 0;
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        while (run.find()) {
            left = Math.min(left, Integer.parseInt(run.group(1)));
            right = Math.max(right, Integer.parseInt(run.group(1)) + Integer.parseInt(run.group(3)));
            top = Math.min(top, Integer.parseInt(run.group(2)));
            bottom = Math.max(bottom, Integer.parseInt(run.group(2)) + 1);
        }
        assertThat(new int[] {left, top, right, bottom}).containsExactly(4, 4, modules + 4, modules + 4);
    }

    @Test
    void theDefaultIsCorrectionM() throws Exception {
        assertThat(decode(raster(QrCode.of("https://n.example/a").png(2)))
                        .getResultMetadata()
                        .get(ResultMetadataType.ERROR_CORRECTION_LEVEL))
                .isEqualTo("M");
    }

    @Test
    void trap18_hangulIsEncodedInAscii() throws Exception {
        QrCode code = QrCode.of("https://뉴스.한국/기사/1?제목=가#위");

        assertThat(code.link())
                .isEqualTo("https://xn--vg1b002a.xn--3e0b707e/%EA%B8%B0%EC%82%AC/1?%EC%A0%9C%EB%AA%A9=%EA%B0%80#위"
                        .replace("위", "%EC%9C%84"));
        assertThat(code.link()).isASCII();
        // No extended channel interpretation: the symbology modifier of a plain code is 1.
        assertThat(decode(raster(code.png(2))).getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER))
                .isEqualTo("]Q1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"><script>alert(1)</script>",
                "</title><image href='https://evil.example/'/>",
                "]]>&amp;&#0; &lt;",
                "a\u0000b\u0007c\uFFFEd\uD800e",
                "봄 세일 & \uD83D\uDCF0",
                ""
            })
    void trap18_aTitleNeverBecomesMarkup(String title) throws Exception {
        Element svg = parse(QrCode.of("https://n.example/a").svg(title));

        assertThat(svg.getChildNodes().getLength()).isEqualTo(3);
        assertThat(svg.getFirstChild().getNodeName()).isEqualTo("title");
        assertThat(svg.getFirstChild().getTextContent())
                .isEqualTo(title.replaceAll("[\u0000\u0007\uFFFE]", "\uFFFD").replace('\uD800', '\uFFFD'));
        assertThat(svg.getElementsByTagName("*").getLength()).isEqualTo(3);
    }

    @Test
    void theSvgIsOnePathOnWhiteThatIsAnImageToScreenReaders() throws Exception {
        QrCode code = QrCode.of("https://n.example/a");
        Element svg = parse(code.svg("Scan to read on"));

        assertThat(svg.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 " + code.size() + " " + code.size());
        assertThat(svg.getAttribute("shape-rendering")).isEqualTo("crispEdges");
        Element ground = (Element) svg.getElementsByTagName("rect").item(0);
        assertThat(ground.getAttribute("fill")).isEqualTo("#fff");
        assertThat(ground.getAttribute("width")).isEqualTo(String.valueOf(code.size()));
        Element path = (Element) svg.getElementsByTagName("path").item(0);
        assertThat(path.getAttribute("fill")).isEqualTo("#000");
        assertThat(path.getAttribute("d")).matches("(M\\d+ \\d+h\\d+v1h-\\d+z)+");
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 100})
    void thePngHasTheScaleAskedFor(int scale) throws Exception {
        QrCode code = QrCode.of("https://n.example/a");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(code.png(scale)));

        assertThat(image.getWidth()).isEqualTo(code.size() * scale).isEqualTo(image.getHeight());
        assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
        assertThat(image.getRGB(0, 0) & WHITE).isEqualTo(WHITE);
        assertThat(image.getRGB(4 * scale, 4 * scale) & WHITE).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void anotherScaleIsRefused(int scale) {
        assertThatThrownBy(() -> QrCode.of("https://n.example/a").png(scale))
                .hasMessage("QrCode: scale must be 1 to 100, not " + scale);
    }

    /** ISO/IEC 18004, table 7: version 40 holds 2,953, 2,331, 1,663 and 1,273 bytes. */
    @ParameterizedTest
    @CsvSource({"L,2953", "M,2331", "Q,1663", "H,1273"})
    void aLinkThatDoesNotFitIsRefused(ErrorCorrection correction, int most) {
        String fits = "https://n.example/" + "a".repeat(most - 18);

        assertThat(QrCode.of(fits, correction).size()).isEqualTo(177 + 8);
        assertThatThrownBy(() -> QrCode.of(fits + "a", correction))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("QrCode: the link has " + (most + 1) + " characters, too many for a code with error"
                        + " correction " + correction + "; use a short link, or less correction");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> QrCode.of("javascript:alert(1)"))
                .hasMessageContaining("must be an absolute http or https address");
    }

    @Test
    void linksInCodesAreTaggedAsSuch() {
        Share share =
                Share.of(Article.builder("https://n.example/a", "T").build()).withCampaign("Spring");

        assertThat(QrCode.of(share.link(QrCode.CHANNEL)).link())
                .isEqualTo("https://n.example/a?utm_source=qr&utm_medium=qr&utm_campaign=spring");
    }

    @ParameterizedTest
    @EnumSource
    void theSameLinkIsTheSameCode(ErrorCorrection correction) {
        assertThat(QrCode.of("https://n.example/a", correction).png(2))
                .isEqualTo(QrCode.of("https://n.example/a", correction).png(2));
    }

    private static BufferedImage raster(byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** Draws the runs, reading nothing but the document. */
    private static BufferedImage raster(String svg, int scale) throws Exception {
        Element root = parse(svg);
        int size = Integer.parseInt(root.getAttribute("viewBox").split(" ")[2]);
        BufferedImage image = new BufferedImage(size * scale, size * scale, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < size * scale; y++) {
            for (int x = 0; x < size * scale; x++) {
                image.setRGB(x, y, WHITE);
            }
        }
        Matcher run = RUN.matcher(((Element) root.getElementsByTagName("path").item(0)).getAttribute("d"));
        while (run.find()) {
            int left = Integer.parseInt(run.group(1)) * scale;
            int top = Integer.parseInt(run.group(2)) * scale;
            int width = Integer.parseInt(run.group(3)) * scale;
            assertThat(run.group(4)).isEqualTo(run.group(3));
            for (int y = top; y < top + scale; y++) {
                for (int x = left; x < left + width; x++) {
                    image.setRGB(x, y, 0);
                }
            }
        }
        return image;
    }

    private static Result decode(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        // Not searched for in a scene: the reader's detector misses one clean drawing in a hundred.
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new GlobalHistogramBinarizer(source)),
                        Map.of(DecodeHintType.PURE_BARCODE, true));
    }

    private static Element parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        return document.getDocumentElement();
    }
}
