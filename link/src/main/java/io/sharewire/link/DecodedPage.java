package io.sharewire.link;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page's bytes as text, and how it was found out which charset they are in.
 *
 * <p>The order of the HTML Standard: byte order mark, Content-Type, a declaration in the first 1,024 bytes. Pages without
 * these, or with a declaration further down, are then read as what their bytes are valid in. A Content-Type that the bytes
 * prove wrong gives way to what the page itself says, if that fits them.
 *
 * @param text the page
 * @param source charset and the step that decided, e.g. {@code x-windows-949 (meta)}
 */
record DecodedPage(String text, String source) {

    private static final int PRESCAN = 1024;

    /** Further down than any head ends. */
    private static final int SCAN = 256 * 1024;

    private static final Pattern XML_DECLARATION =
            Pattern.compile("\\A\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"'>]{1,40})[\"']");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([^\\s\"';]+)");

    static DecodedPage of(byte[] bytes, @Nullable String contentTypeCharset) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8, "byte order mark");
        } else if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE, "byte order mark");
        } else if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE, "byte order mark");
        }
        Optional<Charset> transport = Optional.ofNullable(contentTypeCharset).flatMap(CharsetLabels::find);
        if (transport.isPresent()) {
            DecodedPage served = decode(bytes, 0, transport.get(), "Content-Type");
            return served.isGarbled() ? contradicted(bytes).orElse(served) : served;
        }
        Optional<Charset> early = declared(bytes, PRESCAN);
        if (early.isPresent()) {
            return decode(bytes, 0, early.get(), "meta");
        }
        return undeclared(bytes);
    }

    /** The page as it says it is written, if no byte speaks against it. */
    private static Optional<DecodedPage> contradicted(byte[] bytes) {
        return declared(bytes, SCAN)
                .map(charset -> decode(bytes, 0, charset, "meta, since the Content-Type is wrong"))
                .filter(page -> !page.isGarbled());
    }

    /** Whether there were bytes that mean nothing in the charset. */
    private boolean isGarbled() {
        return text.indexOf('\uFFFD') >= 0;
    }

    private static DecodedPage undeclared(byte[] bytes) {
        if (isValid(bytes, StandardCharsets.UTF_8)) {
            return decode(bytes, 0, StandardCharsets.UTF_8, "valid bytes");
        }
        Optional<Charset> late = declared(bytes, SCAN);
        if (late.isPresent()) {
            return decode(bytes, 0, late.get(), "late meta");
        } else if (isValid(bytes, CharsetLabels.KOREAN)) {
            DecodedPage korean = decode(bytes, 0, CharsetLabels.KOREAN, "guessed");
            if (looksKorean(korean.text)) {
                return korean;
            }
        }
        return decode(bytes, 0, Charset.forName("windows-1252"), "guessed");
    }

    /** What the page says of itself; bytes stand for characters, since all that is looked for is ASCII. */
    private static Optional<Charset> declared(byte[] bytes, int within) {
        String ascii = new String(bytes, 0, Math.min(bytes.length, within), StandardCharsets.ISO_8859_1);
        Matcher xml = XML_DECLARATION.matcher(ascii);
        if (xml.find()) {
            return CharsetLabels.findInPage(xml.group(1));
        }
        Document page = Jsoup.parse(ascii);
        for (Element meta : page.select("meta[charset], meta[http-equiv=content-type][content]")) {
            String label = meta.attr("charset");
            if (label.isBlank()) {
                Matcher content = CHARSET.matcher(meta.attr("content"));
                label = content.find() ? content.group(1) : "";
            }
            Optional<Charset> charset = CharsetLabels.findInPage(label);
            if (charset.isPresent()) {
                return charset;
            }
        }
        return Optional.empty();
    }

    private static boolean isValid(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Most of what is not ASCII is Hangul: Western text read as windows-949 gives Chinese characters instead. */
    private static boolean looksKorean(String text) {
        long other = text.chars().filter(c -> c > 0x7F).count();
        long hangul = text.chars().filter(c -> c >= 0xAC00 && c <= 0xD7A3).count();
        return hangul * 2 > other;
    }

    private static DecodedPage decode(byte[] bytes, int from, Charset charset, String step) {
        return new DecodedPage(
                new String(bytes, from, bytes.length - from, charset), charset.name() + " (" + step + ")");
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
