package io.sharewire.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A page without what no field is read from: scripts, styles, drawings, comments, and the long runs of text between.
 *
 * <p>Most of a page is that, and building a tree of it costs more than everything else. What is read stays as it is, with
 * all elements around it, so that the same fields come out. Of a run of other elements and text the beginning stays: as
 * much as shows that a block is too long for a byline.
 */
final class PageOutline {

    /** More characters than a byline may have, see {@link Byline}. */
    private static final int KEPT_OF_RUN = 201;

    /** More characters than are taken of any text in the body. */
    private static final int KEPT_OF_READ = 2000;

    /** Nobody nests deeper; what a hostile page does is not searched through again and again. */
    private static final int MAX_SEARCHED = 500;

    private static final Predicate<HtmlElement> IS_SCOPE = element -> element.isScope;
    private static final Predicate<HtmlElement> IS_BLOCK = element -> element.isBlock;

    /** An element that is open, and what its content was so far. */
    private static final class Open {

        private final HtmlElement element;
        private final int start;
        private final boolean isInAside;
        private final long outerKeptUntil;
        private boolean isRead;
        private int text;
        private int run;

        Open(HtmlElement element, int start, boolean isInAside, long outerKeptUntil) {
            this.element = element;
            this.start = start;
            this.isInAside = isInAside;
            this.outerKeptUntil = outerKeptUntil;
        }
    }

    private final String html;
    private final StringBuilder out = new StringBuilder(1 << 14);
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, HtmlElement> elements = new HashMap<>();
    private final Set<String> neverEnds = new HashSet<>();
    private final HtmlElement paragraph = element("p");
    private Open top = new Open(new HtmlElement(""), 0, false, 0);
    private long textSeen;
    private long keptUntil;

    private PageOutline(String html) {
        this.html = html;
    }

    static String of(String html) {
        return new PageOutline(html).outline();
    }

    private String outline() {
        int at = 0;
        while (at < html.length()) {
            int mark = html.indexOf('<', at);
            if (mark < 0) {
                mark = html.length();
            }
            text(at, mark);
            at = mark < html.length() ? markup(mark) : mark;
        }
        return out.toString();
    }

    /** Takes what begins with the {@code <} at {@code start}; returns where it ends. */
    private int markup(int start) {
        if (html.startsWith("<!--", start)) {
            int end = html.indexOf("-->", start + 2);
            return end < 0 ? html.length() : end + 3;
        }
        HtmlTag tag = HtmlTag.at(html, start);
        if (tag == null) {
            return notATag(start);
        } else if (tag.isEnd()) {
            end(tag);
            return tag.end();
        }
        return switch (tag.name()) {
            case "title" -> title(tag);
            case "script" -> script(tag);
            case "style", "iframe", "textarea", "noembed", "noframes", "xmp" -> skipped(tag, html.length());
            case "svg", "math", "template" -> tag.isEmpty(html) ? tag.end() : drawing(tag);
            default -> {
                start(tag);
                yield tag.end();
            }
        };
    }

    private int notATag(int start) {
        char next = start + 1 < html.length() ? html.charAt(start + 1) : ' ';
        if (next != '!' && next != '?' && next != '/') {
            text(start, start + 1);
            return start + 1;
        }
        int end = html.indexOf('>', start);
        return end < 0 ? html.length() : end + 1;
    }

    private int title(HtmlTag tag) {
        int end = skipped(tag, html.length());
        out.append(html, tag.start(), end);
        read();
        return end;
    }

    private int script(HtmlTag tag) {
        int end = skipped(tag, html.length());
        if (html.substring(tag.nameEnd(), tag.end()).toLowerCase(Locale.ROOT).contains("ld+json")) {
            out.append(html, tag.start(), end);
            read();
        }
        return end;
    }

    private int drawing(HtmlTag tag) {
        int end = skipped(tag, -1);
        if (end < 0) {
            start(tag);
            return tag.end();
        }
        return end;
    }

    /** Where the element ends that nothing but its own end tag ends. */
    private int skipped(HtmlTag tag, int otherwise) {
        int at = neverEnds.contains(tag.name()) ? -1 : html.indexOf("</", tag.end());
        while (at >= 0) {
            HtmlTag end = HtmlTag.at(html, at);
            if (end != null && end.name().equals(tag.name())) {
                return end.end();
            }
            at = html.indexOf("</", at + 2);
        }
        neverEnds.add(tag.name());
        return otherwise;
    }

    private void text(int from, int to) {
        if (from < to && (textSeen < keptUntil || top.run < KEPT_OF_RUN)) {
            int characters = 0;
            boolean isEntity = false;
            for (int i = from; i < to; i++) {
                char c = html.charAt(i);
                isEntity = c == '&' || (isEntity && c != ';');
                characters += c > ' ' && !isEntity ? 1 : 0;
            }
            out.append(html, from, to);
            textSeen += characters;
            top.text += characters;
            top.run += characters;
        }
    }

    private void start(HtmlTag tag) {
        HtmlElement element = element(tag.name());
        if (element.isEndedBySibling && top.element == element) {
            pop(null);
        }
        if (element.endsParagraph && isOpen(paragraph, IS_SCOPE)) {
            popThrough(paragraph, null);
        }
        boolean isKept = textSeen < keptUntil;
        boolean isRead = element.isFrame || (!top.isInAside && (element.isRead || MarkedTag.is(html, tag)));
        if (element.isVoid) {
            if (isKept || isRead) {
                out.append(html, tag.start(), tag.end());
                read();
            }
            return;
        }
        open.push(top);
        element.open++;
        top = new Open(element, out.length(), top.isInAside || element.isBesideTheArticle, keptUntil);
        top.isRead = isRead || isKept;
        if (isRead && !element.isFrame) {
            keptUntil = Math.max(keptUntil, textSeen + KEPT_OF_READ);
        }
        out.append(html, tag.start(), tag.end());
    }

    private void end(HtmlTag tag) {
        HtmlElement element = element(tag.name());
        if (element.isBlock ? element.open > 0 : isOpen(element, IS_BLOCK)) {
            popThrough(element, tag);
        }
    }

    /** Whether an element is open, and nothing that keeps it from being ended here is open within it. */
    private boolean isOpen(HtmlElement element, Predicate<HtmlElement> keeps) {
        if (element.open == 0) {
            return false;
        }
        Open each = top;
        Iterator<Open> outer = open.iterator();
        for (int i = 0; i < MAX_SEARCHED; i++) {
            if (each.element == element || keeps.test(each.element)) {
                return each.element == element;
            }
            each = outer.next();
        }
        return false;
    }

    private void popThrough(HtmlElement element, @Nullable HtmlTag end) {
        while (top.element != element) {
            pop(null);
        }
        pop(end);
    }

    /** Ends the innermost element: what is read stays, of the rest what its parent has room for. */
    private void pop(@Nullable HtmlTag end) {
        Open ended = top;
        top = open.pop();
        ended.element.open--;
        keptUntil = ended.outerKeptUntil;
        if (!ended.isRead && (ended.text == 0 || top.run >= KEPT_OF_RUN)) {
            out.setLength(ended.start);
            return;
        }
        if (end != null) {
            out.append(html, end.start(), end.end());
        }
        if (ended.isRead) {
            read();
        } else {
            top.run += ended.text;
        }
        top.text += ended.text;
    }

    private void read() {
        top.isRead = true;
        top.run = 0;
    }

    private HtmlElement element(String name) {
        return elements.computeIfAbsent(name, HtmlElement::new);
    }
}
