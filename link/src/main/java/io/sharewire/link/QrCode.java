package io.sharewire.link;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.sharewire.Channel;
import io.sharewire.url.CanonicalUrl;
import io.sharewire.url.PercentEncoding;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A link as a QR code, as SVG or PNG: black on white, never inverted, with the quiet zone of 4 modules that scanners need.
 *
 * <p>The link is encoded in its ASCII form, which every scanner reads; Hangul as such would need an extension that some
 * do not know. The shorter the link, the larger its modules: a short link pays off. Print at 2 cm or more. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * String svg = QrCode.of(share.withCampaign("spring").link(QrCode.CHANNEL)).svg("Scan to read on");
 * }</pre>
 */
public final class QrCode {

    /** How links in QR codes are tagged: {@code utm_source=qr&utm_medium=qr}. */
    public static final Channel CHANNEL = new Channel("qr", "qr", "qr");

    private static final int QUIET_ZONE = 4;
    private static final Pattern OTHER = Pattern.compile("[^\\x00-\\x7F]+");

    /** How much of the code may be unreadable, by dirt, wear or a logo, without the link being lost. */
    public enum ErrorCorrection {
        /** About 7 %. */
        L(ErrorCorrectionLevel.L),
        /** About 15 %; the default. */
        M(ErrorCorrectionLevel.M),
        /** About 25 %. */
        Q(ErrorCorrectionLevel.Q),
        /** About 30 %: for codes with a logo. */
        H(ErrorCorrectionLevel.H);

        private final ErrorCorrectionLevel level;

        ErrorCorrection(ErrorCorrectionLevel level) {
            this.level = level;
        }
    }

    private final String link;
    private final BitMatrix modules;

    private QrCode(String link, BitMatrix modules) {
        this.link = link;
        this.modules = modules;
    }

    /** The code of a link, with error correction M. */
    public static QrCode of(String link) {
        return of(link, ErrorCorrection.M);
    }

    /**
     * The code of a link.
     *
     * @throws IllegalArgumentException if it is not an http(s) address, or has more characters than a code can hold: about
     *     2,950 with error correction L, 2,330 with M, 1,660 with Q, 1,270 with H
     */
    public static QrCode of(String link, ErrorCorrection correction) {
        String ascii = ascii(link);
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.ERROR_CORRECTION, correction.level, EncodeHintType.MARGIN, QUIET_ZONE);
        try {
            return new QrCode(ascii, new QRCodeWriter().encode(ascii, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException e) {
            throw new IllegalArgumentException(
                    "QrCode: the link has " + ascii.length() + " characters, too many for a code with error correction "
                            + correction + "; use a short link, or less correction",
                    e);
        }
    }

    /** A fragment may still hold other letters after the rest is in ASCII. */
    private static String ascii(String link) {
        return OTHER.matcher(CanonicalUrl.ascii(link)).replaceAll(match -> PercentEncoding.encode(match.group()));
    }

    /** The link in it, in ASCII. */
    public String link() {
        return link;
    }

    /** The modules along one side, the quiet zone of 4 on either side included. */
    public int size() {
        return modules.getWidth();
    }

    /**
     * The code as an SVG document without a size of its own: it fills what it is put into. Can be put into HTML as it is.
     *
     * @param title what it is, for readers who do not see it
     */
    public String svg(String title) {
        return QrSvg.write(modules, title);
    }

    /**
     * The code as a PNG file, one bit per pixel.
     *
     * @param scale the pixels along one side of a module, 1 to 100; at 300 dpi, 8 make a code of 33 modules 2.2 cm wide
     */
    public byte[] png(int scale) {
        if (scale < 1 || scale > 100) {
            throw new IllegalArgumentException("QrCode: scale must be 1 to 100, not " + scale);
        }
        return QrPng.write(modules, scale);
    }

    @Override
    public String toString() {
        return "QrCode[" + link + "]";
    }
}
