package io.sharewire.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /** Nobody nests more within a line; what a hostile page does is not searched through again and again. */
    private static final int MAX_INLINE = 100;

    private static final Set<String> FRAME = Set.of("html", "head", "body", "meta", "link", "base");
    private static final Set<String> READ = Set.of("h1", "figure", "time", "address");
    private static final Set<String> NOT_OF_THE_ARTICLE = Set.of("aside", "nav");

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");

    /** Ended by the next of their kind; a paragraph is ended by more, see {@link #ENDS_PARAGRAPH}. */
    private static final Set<String> ENDED_BY_SIBLING = Set.of("li", "dt", "dd", "tr", "td", "th", "option");

    private static final Set<String> ENDS_PARAGRAPH = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "details",
            "dd",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "search",
            "section",
            "summary",
            "table",
            "ul");

    /** What is within one of these cannot end a paragraph around it. */
    private static final Set<String> SCOPES = Set.of("html", "table", "td", "th", "caption", "button", "object");

    /** Not ended by the end of anything within a line. */
    private static final Set<String> BLOCKS = Set.of(
            "html",
            "head",
            "body",
            "article",
            "main",
            "section",
            "div",
            "header",
            "footer",
            "aside",
            "nav",
            "p",
            "ul",
            "ol",
            "li",
            "table",
            "tbody",
            "tr",
            "td",
            "th",
            "figure",
            "figcaption",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "form",
            "address",
            "details",
            "dl",
            "dt",
            "dd");

    /** An element that is open, and what its content was so far. */
    private static final class Open {

        private final String name;
        private final int start;
        private final boolean isInAside;
        private final long outerKeptUntil;
        private boolean isRead;
        private int text;
        private int run;

        Open(String name, int start, boolean isInAside, long outerKeptUntil) {
            this.name = name;
            this.start = start;
            this.isInAside = isInAside;
            this.outerKeptUntil = outerKeptUntil;
        }
    }

    private final String html;
    private final StringBuilder out = new StringBuilder(1 << 14);
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Integer> openByName = new HashMap<>();
    private final Set<String> neverEnds = new HashSet<>();
    private Open top = new Open("", 0, false, 0);
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
        if (ENDED_BY_SIBLING.contains(tag.name()) && top.name.equals(tag.name())) {
            pop(null);
        }
        if (ENDS_PARAGRAPH.contains(tag.name()) && isOpen("p", SCOPES)) {
            popThrough("p", null);
        }
        boolean isKept = textSeen < keptUntil;
        boolean isFrame = FRAME.contains(tag.name());
        boolean isRead = isFrame || (!top.isInAside && (READ.contains(tag.name()) || MarkedTag.is(html, tag)));
        if (VOID.contains(tag.name())) {
            if (isKept || isRead) {
                out.append(html, tag.start(), tag.end());
                read();
            }
            return;
        }
        boolean isInAside = top.isInAside || NOT_OF_THE_ARTICLE.contains(tag.name());
        open.push(top);
        openByName.merge(tag.name(), 1, Integer::sum);
        top = new Open(tag.name(), out.length(), isInAside, keptUntil);
        top.isRead = isRead || isKept;
        if (isRead && !isFrame) {
            keptUntil = Math.max(keptUntil, textSeen + KEPT_OF_READ);
        }
        out.append(html, tag.start(), tag.end());
    }

    private void end(HtmlTag tag) {
        if (isOpen(tag.name(), BLOCKS.contains(tag.name()) ? Set.of() : BLOCKS)) {
            popThrough(tag.name(), tag);
        }
    }

    /** Whether an element is open, and not behind one of {@code barriers}. */
    private boolean isOpen(String name, Set<String> barriers) {
        if (openByName.getOrDefault(name, 0) == 0) {
            return false;
        } else if (barriers.isEmpty()) {
            return true;
        }
        Open each = top;
        Iterator<Open> outer = open.iterator();
        for (int i = 0; i < MAX_INLINE; i++) {
            if (each.name.equals(name) || barriers.contains(each.name)) {
                return each.name.equals(name);
            }
            each = outer.next();
        }
        return false;
    }

    private void popThrough(String name, @Nullable HtmlTag end) {
        while (!top.name.equals(name)) {
            pop(null);
        }
        pop(end);
    }

    /** Ends the innermost element: what is read stays, of the rest what its parent has room for. */
    private void pop(@Nullable HtmlTag end) {
        Open ended = top;
        top = open.pop();
        openByName.merge(ended.name, -1, Integer::sum);
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
}
