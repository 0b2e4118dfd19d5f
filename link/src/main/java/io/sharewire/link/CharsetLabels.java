package io.sharewire.link;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a charset label on the web means (Encoding Standard, "names and labels"), which is not what Java takes it for.
 *
 * <p>Every Korean label means windows-949. Java's EUC-KR lacks 8,822 of its syllables, {@code 똠} among them, Java's
 * {@code cp949} is another code page, and half of the labels Java does not know at all.
 */
final class CharsetLabels {

    /** In module {@code jdk.charsets}. */
    static final Charset KOREAN = Charset.forName("x-windows-949");

    private static final Set<String> KOREAN_LABELS = Set.of(
            "cseuckr",
            "csksc56011987",
            "euc-kr",
            "iso-ir-149",
            "korean",
            "ks_c_5601-1987",
            "ks_c_5601-1989",
            "ksc5601",
            "ksc_5601",
            "windows-949",
            // not in the standard, but in pages
            "cp949",
            "ms949",
            "uhc",
            "x-windows-949");

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("utf8", "UTF-8"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("x-user-defined", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("gb2312", "GBK"),
            Map.entry("gb_2312-80", "GBK"),
            Map.entry("big5", "Big5-HKSCS"));

    private CharsetLabels() {}

    /** The charset a label names; empty if it names none that this Java has. */
    static Optional<Charset> find(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        if (KOREAN_LABELS.contains(name)) {
            return Optional.of(KOREAN);
        }
        try {
            String known = OTHERS.getOrDefault(name, name);
            return Charset.isSupported(known) ? Optional.of(Charset.forName(known)) : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    /** The charset a label in the page itself names: if it were UTF-16, the label could not have been read. */
    static Optional<Charset> findInPage(String label) {
        return find(label).map(c -> c.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : c);
    }
}
