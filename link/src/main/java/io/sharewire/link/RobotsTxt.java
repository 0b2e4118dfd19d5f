package io.sharewire.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** What a site's {@code robots.txt} lets a crawler fetch (RFC 9309): the longest rule of its own group decides. */
final class RobotsTxt {

    /** RFC 9309 2.5: a parser reads at least 500 KiB. */
    private static final int MAX_BYTES = 500 * 1024;

    private static final Pattern LINE = Pattern.compile("(?i)\\s*(user-agent|allow|disallow)\\s*:\\s*([^#]*)");
    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z_-]+|\\*");
    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

    /** A line of a group. */
    private record Rule(boolean allows, String pattern) {}

    /** Rules for some crawlers. */
    private record Group(Set<String> names, List<Rule> rules) {}

    private final List<Group> groups = new ArrayList<>();

    private RobotsTxt() {}

    /** Everything may be fetched, as on a site that has no such file. */
    static RobotsTxt allowingAll() {
        return new RobotsTxt();
    }

    static RobotsTxt of(byte[] bytes) {
        RobotsTxt robots = new RobotsTxt();
        String text = new String(bytes, 0, Math.min(bytes.length, MAX_BYTES), StandardCharsets.UTF_8);
        for (String line : text.replace("\uFEFF", "").split("\r\n|\r|\n")) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.lookingAt()) {
                robots.take(
                        matcher.group(1).toLowerCase(Locale.ROOT),
                        matcher.group(2).strip());
            }
        }
        return robots;
    }

    /** Whether the crawler called {@code name} may fetch {@code url}. */
    boolean allows(String name, HttpUrl url) {
        String query = url.encodedQuery();
        String path = normal(url.encodedPath() + (query == null ? "" : "?" + query));
        List<Rule> own = rules(name.toLowerCase(Locale.ROOT));
        boolean allows = true;
        int longest = -1;
        for (Rule rule : own.isEmpty() && !isNamed(name) ? rules("*") : own) {
            int length = rule.pattern.length();
            if (matches(rule.pattern, path) && (length > longest || (length == longest && rule.allows))) {
                longest = length;
                allows = rule.allows;
            }
        }
        return allows;
    }

    private boolean isNamed(String name) {
        return groups.stream().anyMatch(group -> group.names.contains(name.toLowerCase(Locale.ROOT)));
    }

    private List<Rule> rules(String name) {
        return groups.stream()
                .filter(group -> group.names.contains(name))
                .flatMap(group -> group.rules.stream())
                .toList();
    }

    private void take(String field, String value) {
        if (field.equals("user-agent")) {
            Matcher product = PRODUCT.matcher(value);
            if (groups.isEmpty() || !last().rules.isEmpty()) {
                groups.add(new Group(new HashSet<>(), new ArrayList<>()));
            }
            if (product.lookingAt()) {
                last().names.add(product.group().toLowerCase(Locale.ROOT));
            }
        } else if (!groups.isEmpty()) {
            // An empty "Disallow:" forbids nothing, and ends the list of names all the same.
            boolean allows = field.equals("allow") || value.isEmpty();
            last().rules.add(new Rule(allows, normal(value)));
        }
    }

    private Group last() {
        return groups.get(groups.size() - 1);
    }

    /** {@code *} stands for anything, {@code $} at the end for the end. */
    private static boolean matches(String pattern, String path) {
        boolean toTheEnd = pattern.endsWith("$");
        String[] parts = (toTheEnd ? pattern.substring(0, pattern.length() - 1) : pattern).split("\\*", -1);
        if (!path.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length; i++) {
            boolean isLast = i == parts.length - 1;
            int found = isLast && toTheEnd ? path.length() - parts[i].length() : path.indexOf(parts[i], at);
            if (found < at || !path.startsWith(parts[i], found)) {
                return false;
            }
            at = found + parts[i].length();
        }
        return !toTheEnd || at == path.length();
    }

    /** Escapes in one spelling, and what is not ASCII escaped. */
    private static String normal(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            ascii.append(octet < 0 ? String.format(Locale.ROOT, "%%%02X", octet & 0xFF) : (char) octet);
        }
        return ESCAPE.matcher(ascii).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
    }
}
