package io.sharewire.twitter;

import java.net.IDN;

/** The host of a link as X reads it: labels, then a top-level domain that X knows. */
final class UrlHost {

    /** A link with its scheme has at most this many characters, the host counted in A-labels. */
    private static final int MAX_URL = 4096;

    private static final int MAX_LABEL = 63;
    private static final int NONE = -1;

    private UrlHost() {}

    /**
     * Where a host of Latin labels that begins at {@code from} ends; negative if none does. The last top-level domain
     * wins: {@code foo.co.kr} is read to its end, {@code www.foo.unknown} only to {@code www.foo}.
     */
    static int latinEnd(String text, int from) {
        int end = NONE;
        boolean afterDomain = false;
        for (int label = from; label - from <= MAX_URL; ) {
            if (afterDomain) {
                int tld = TopLevelDomains.end(text, label);
                end = tld < 0 ? end : tld;
            }
            boolean underscore = false;
            int dot = label;
            while (dot < text.length() && UrlCharacters.isLabel(text.charAt(dot))) {
                underscore |= text.charAt(dot) == '_';
                dot++;
            }
            if (dot == label
                    || dot == text.length()
                    || text.charAt(dot) != '.'
                    || !UrlCharacters.isLatin(text.charAt(label))
                    || !UrlCharacters.isLatin(text.charAt(dot - 1))) {
                return end;
            }
            // A subdomain may hold an underscore, the name that was registered may not.
            afterDomain = !underscore;
            label = dot + 1;
        }
        return end;
    }

    /** Where a host of one label in any script and a top-level domain ends; negative if there is none. */
    static int internationalEnd(String text, int from) {
        int dot = from;
        int last = '-';
        while (dot < text.length() && dot - from <= MAX_URL) {
            int c = text.codePointAt(dot);
            if (!UrlCharacters.isInternational(c) && (c != '-' || dot == from)) {
                break;
            }
            last = c;
            dot += Character.charCount(c);
        }
        return last == '-' || dot == text.length() || text.charAt(dot) != '.'
                ? NONE
                : TopLevelDomains.listedEnd(text, dot + 1);
    }

    /** Whether a host that was read can exist: every label, and the whole link, within DNS and X's limits. */
    static boolean isPossible(String host, int urlLength, boolean hasScheme) {
        int aLabels = host.length();
        if (host.chars().anyMatch(c -> c >= 0x80)) {
            try {
                aLabels = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).length();
            } catch (IllegalArgumentException e) {
                return false;
            }
        } else if (hasLongLabel(host)) {
            return false;
        }
        return urlLength + (aLabels - host.length()) + (hasScheme ? 0 : "https://".length()) <= MAX_URL;
    }

    private static boolean hasLongLabel(String host) {
        int start = 0;
        for (int i = 0; i <= host.length(); i++) {
            if (i == host.length() || host.charAt(i) == '.') {
                if (i - start > MAX_LABEL) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
