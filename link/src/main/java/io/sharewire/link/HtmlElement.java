package io.sharewire.link;

import java.util.Set;

/** What an element of one name means for the outline of a page, and how many of them are open. */
final class HtmlElement {

    private static final Set<String> FRAME = Set.of("html", "head", "body", "meta", "link", "base");
    private static final Set<String> READ = Set.of("h1", "figure", "time", "address");
    private static final Set<String> NOT_OF_THE_ARTICLE = Set.of("aside", "nav");

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");

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

    private static final Set<String> SCOPES = Set.of("html", "table", "td", "th", "caption", "button", "object");

    /** The page itself, the tags of its head. */
    final boolean isFrame;

    /** Read wherever it stands in the article. */
    final boolean isRead;

    /** Holds nothing that belongs to the article. */
    final boolean isBesideTheArticle;

    /** Has no content. */
    final boolean isVoid;

    /** Ended by the next of its kind. */
    final boolean isEndedBySibling;

    /** Ends an open paragraph. */
    final boolean endsParagraph;

    /** What is within it cannot end a paragraph around it. */
    final boolean isScope;

    /** Not ended by the end of anything within a line. */
    final boolean isBlock;

    int open;

    HtmlElement(String name) {
        isFrame = FRAME.contains(name);
        isRead = READ.contains(name);
        isBesideTheArticle = NOT_OF_THE_ARTICLE.contains(name);
        isVoid = VOID.contains(name);
        isEndedBySibling = ENDED_BY_SIBLING.contains(name);
        endsParagraph = ENDS_PARAGRAPH.contains(name);
        isScope = SCOPES.contains(name);
        isBlock = isFrame || isScope || isEndedBySibling || endsParagraph;
    }
}
