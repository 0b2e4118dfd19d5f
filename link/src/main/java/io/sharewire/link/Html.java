package io.sharewire.link;

import org.jspecify.annotations.Nullable;

/** Writes elements for a page's head; values that are null are left out. Not thread-safe. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    void link(String rel, String href) {
        out.append("<link rel=\"")
                .append(rel)
                .append("\" href=\"")
                .append(attribute(href))
                .append("\">\n");
    }

    /** A meta element with {@code property}, as Open Graph wants it. */
    void property(String property, @Nullable String content) {
        meta("property", property, content);
    }

    /** A meta element with {@code name}, as Twitter wants it. */
    void name(String name, @Nullable String content) {
        meta("name", name, content);
    }

    /** A data block. */
    void script(String type, String json) {
        out.append("<script type=\"")
                .append(type)
                .append("\">")
                .append(inScript(json))
                .append("</script>\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void meta(String kind, String name, @Nullable String content) {
        if (content != null) {
            out.append("<meta ").append(kind).append("=\"").append(name).append("\" content=\"");
            out.append(attribute(content)).append("\">\n");
        }
    }

    /** For a quoted attribute. The angle brackets need not be escaped there, but not every reader of pages knows. */
    private static String attribute(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * For JSON within a script element, where no HTML escape works: these characters occur in strings only, and there JSON
     * has an escape of its own. U+2028 and U+2029 end a line for old parsers.
     */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
