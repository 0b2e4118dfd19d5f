package io.sharewire;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The reader's share buttons as one accessible bar of plain links, in the order given.
 *
 * <p>The bar needs one style sheet and one script, {@link #STYLE} and {@link #SCRIPT}, nothing inline and nothing from
 * elsewhere: it works under {@code Content-Security-Policy: default-src 'self'}, asks no other server before a click
 * and stores nothing. Without script every button is a link, and none is without use.
 *
 * <p>Icons have the colour of the text around the bar, so they can be seen in light, dark and forced colours wherever
 * that text can be read. To give them another, set {@code color} on {@code .sw-bar}; each button has its channel's id
 * in {@code data-channel}. The bar is 44 px high while its buttons fit in one row and has no margins.
 *
 * <p>The script makes the {@link ShareButton.Behaviour#COPY} link a button that copies its address exactly as written. On
 * a phone whose browser has a share sheet it opens that instead, which copies too; what becomes of it there is not known
 * and not said. What came of copying is said below the bar, over what follows there, so that nothing moves: a success for six seconds, a
 * refusal together with the selected address until Escape, a click elsewhere or the focus moving on.
 *
 * <p>The bar's own words are Korean for a Korean locale, English otherwise. Immutable and thread-safe if its buttons
 * are.
 */
public final class ShareBar {

    // Why the two files are as they are; they have no comments because every reader would have to load them.
    // Style: the names of the buttons are text below the icon that the button's edge cuts off. `clip` as well as
    // `hidden`, because what is hidden can still be scrolled to by a search in the page. Selectors carry [role] so that
    // a site's `.article li` or `.article a` do not win. The message may be selected even where a site forbids that.
    // Script: listens at the document, so that bars which come later copy too. Where there is no clipboard (no TLS,
    // frames, web views) the address is shown and selected first: what is selected can be copied by an older command,
    // and failing that by hand. So it is where a share sheet is refused, which uses the click up for the clipboard too.
    // The listener for copying keeps sites from adding their credit line to the address.

    /** The folder a servlet container serves the two files from by itself, below the application's path. */
    public static final String BASE_PATH = "/sharewire";

    /** The style sheet on the class path; {@code text/css}, ASCII. */
    public static final String STYLE = "META-INF/resources/sharewire/share-bar.css";

    /** The script on the class path; {@code text/javascript}, ASCII. */
    public static final String SCRIPT = "META-INF/resources/sharewire/share-bar.js";

    /** No blanks, controls or lone surrogates: a browser would drop or replace them, and the copy would differ. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://[^\\s\\p{Cc}\\p{Cs}/?#\\\\]|mailto:)[^\\s\\p{Cc}\\p{Cs}]*", Pattern.CASE_INSENSITIVE);

    private final List<ShareButton> buttons;

    private ShareBar(List<ShareButton> buttons) {
        this.buttons = List.copyOf(buttons);
    }

    /**
     * A bar of these buttons.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static ShareBar of(List<ShareButton> buttons) {
        new Validation("ShareBar").check(!buttons.isEmpty(), "buttons is empty").orThrow();
        return new ShareBar(buttons);
    }

    /** The buttons in the order they are shown. */
    public List<ShareButton> buttons() {
        return buttons;
    }

    /**
     * What the page's {@code head} needs once, however many bars the page has.
     *
     * @param basePath the path or address the two files are served under, e.g. {@link #BASE_PATH}
     */
    public String head(String basePath) {
        String base = escape(basePath.endsWith("/") ? basePath.substring(0, basePath.length() - 1) : basePath);
        return "<link rel=\"stylesheet\" href=\"" + base + "/share-bar.css\">\n" + "<script src=\"" + base
                + "/share-bar.js\" defer></script>\n";
    }

    /**
     * The bar for one article, as HTML for the page's body. It is well-formed XML too.
     *
     * @throws IllegalArgumentException if a button has no name, or leads to anything but a complete http(s) or mailto
     *     address
     */
    public String html(Article article, Locale locale) {
        ShareBarWords words = ShareBarWords.of(locale);
        // A group and not a navigation landmark: nothing in it leads further into the site.
        StringBuilder html = new StringBuilder(4096)
                .append("<div class=\"sw-bar\" role=\"group\"")
                .append(attribute("aria-label", words.name()))
                // Safari takes a list without bullets for no list unless told.
                .append(">\n<ul role=\"list\">\n");
        for (ShareButton button : buttons) {
            String name = name(button, locale);
            html.append("<li><a rel=\"noopener noreferrer\"")
                    .append(attribute("data-channel", button.channel().id()))
                    .append(attribute("href", address(button, article)))
                    .append(behaviour(button, name, words))
                    .append("><svg width=\"24\" height=\"24\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path")
                    .append(attribute("d", button.icon()))
                    .append("/></svg>")
                    .append(escape(name))
                    .append("</a></li>\n");
        }
        // There from the start: a screen reader does not hear of a region that appears together with its message.
        return html.append("</ul>\n<p role=\"status\"></p>\n</div>\n").toString();
    }

    /** The tool tip names the button to those who see only its icon; the new tab is also said to those who do not. */
    private static String behaviour(ShareButton button, String name, ShareBarWords words) {
        return switch (button.behaviour()) {
            case OPEN ->
                attribute("title", name + " (" + words.newTab() + ")")
                        + " target=\"_blank\""
                        + attribute("aria-description", words.newTab());
            case HAND_OVER -> attribute("title", name);
            case COPY ->
                attribute("title", name)
                        + attribute("data-copied", words.copied())
                        + attribute("data-refused", words.refused());
        };
    }

    private static String address(ShareButton button, Article article) {
        String href = button.href(article);
        if (!ADDRESS.matcher(href).matches()) {
            throw new IllegalArgumentException("ShareBar: the " + button.channel()
                    + " button must lead to a complete http(s) or mailto address, not '" + href + "'");
        }
        return href;
    }

    private static String name(ShareButton button, Locale locale) {
        String name = button.label(locale);
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "ShareBar: the " + button.channel() + " button has no label for locale '" + locale + "'");
        }
        return name;
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escape(value) + "\"";
    }

    /** For element content and for attributes in double quotes. */
    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
