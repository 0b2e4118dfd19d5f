package io.sharewire.link;

import io.sharewire.text.TextFit;
import io.sharewire.text.TextMeasure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What stands under a photo.
 *
 * @param text what it shows; null if nothing is said
 * @param credit who made it, without "Photo:"; null if nothing is said
 */
record Caption(@Nullable String text, @Nullable String credit) {

    private static final int MAX_LENGTH = 1000;

    private static final List<String> CREDIT_ELEMENTS = List.of(
            "[itemprop~=creditText|copyrightHolder|author]",
            "[class~=(?i)credit|copyright|photographer|provider|source]",
            "cite",
            "small");

    private static final String LABEL =
            "(?:(?:photo|photograph|picture|image)(?:\\s+(?:by|credit))?\\s*[:=/]|(?:photo|photograph|picture)\\s+by\\s"
                    + "|credits?\\s*[:=]|사진\\s*(?:제공)?\\s*[=:：/]|사진\\s+제공\\s|출처\\s*[=:：/])";

    private static final Pattern LABELLED = Pattern.compile("(?i)^[\\[(|/·\\s]*" + LABEL + "\\s*");
    private static final Pattern AT_THE_END = Pattern.compile("(?i)^(.*?)[\\[(|/·\\s]*" + LABEL + "\\s*(.{1,80})$");

    static Caption of(Element figure) {
        Element caption = figure.selectFirst("figcaption");
        if (caption == null) {
            return new Caption(null, null);
        }
        String whole = TextFit.fit(PageText.line(caption.text()).orElse(""), MAX_LENGTH, TextMeasure.UTF16);
        return creditElement(figure)
                .map(element -> PageText.line(element.text()).orElse(""))
                .map(credit -> new Caption(line(without(caption)), line(name(credit))))
                .orElseGet(() -> split(whole));
    }

    private static Optional<Element> creditElement(Element figure) {
        for (String selector : CREDIT_ELEMENTS) {
            for (Element element : figure.select(selector)) {
                if (element.hasText() && element.selectFirst("img, figcaption") == null) {
                    return Optional.of(element);
                }
            }
        }
        return Optional.empty();
    }

    private static String without(Element caption) {
        Element copy = caption.clone();
        creditElement(copy).ifPresent(Element::remove);
        return copy.text();
    }

    private static Caption split(String whole) {
        Matcher credited = AT_THE_END.matcher(whole);
        return credited.matches()
                ? new Caption(line(credited.group(1)), line(unbracketed(credited.group(2))))
                : new Caption(line(whole), null);
    }

    private static String name(String credit) {
        return unbracketed(LABELLED.matcher(credit).replaceFirst(""));
    }

    private static String unbracketed(String text) {
        return text.replaceFirst("^[\\[(]", "").replaceFirst("[\\])]$", "");
    }

    private static @Nullable String line(String text) {
        return PageText.line(text).orElse(null);
    }
}
