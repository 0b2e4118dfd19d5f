package io.sharewire.link;

import java.util.List;
import java.util.Set;

/**
 * How a platform fetches the page behind a link, and what it makes of it. State of 2026-11.
 *
 * @param channel as in {@code --to}
 * @param platform for messages
 * @param userAgent how it introduces itself
 * @param robotsName what it answers to in robots.txt
 * @param readsBytes how much of a page it reads; a page may be larger
 * @param hasOwnTags whether it looks for {@code twitter:*} first
 * @param followsCanonical whether it shows the page that the canonical address leads to instead
 * @param picture what it takes as a picture
 */
record Crawler(
        String channel,
        String platform,
        String userAgent,
        String robotsName,
        int readsBytes,
        boolean hasOwnTags,
        boolean followsCanonical,
        PictureRules picture) {

    /**
     * What is taken as a picture.
     *
     * @param types media types
     * @param maxBytes the largest file
     * @param min the smallest that is shown
     * @param good the smallest that is shown large
     * @param maxSide the longest side
     * @param wantsDeclaredSize whether the first share goes without a picture of undeclared size
     */
    record PictureRules(Set<String> types, int maxBytes, Size min, Size good, int maxSide, boolean wantsDeclaredSize) {}

    /** Width and height in pixels. */
    record Size(int width, int height) {

        boolean fits(int otherWidth, int otherHeight) {
            return otherWidth >= width && otherHeight >= height;
        }

        @Override
        public String toString() {
            return width + "×" + height;
        }
    }

    private static final int MIB = 1 << 20;
    private static final int ANY = Integer.MAX_VALUE;
    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

    private static final Crawler FACEBOOK = new Crawler(
            "facebook",
            "Facebook",
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
            "facebookexternalhit",
            MIB,
            false,
            true,
            new PictureRules(TYPES, 8 * MIB, new Size(200, 200), new Size(600, 315), ANY, true));

    private static final Crawler X = new Crawler(
            "twitter",
            "X",
            "Twitterbot/1.0",
            "Twitterbot",
            ANY,
            true,
            false,
            new PictureRules(TYPES, 5 * MIB, new Size(300, 157), new Size(300, 157), 4096, false));

    private static final Crawler KAKAO = new Crawler(
            "kakao",
            "Kakao",
            "facebookexternalhit/1.1;kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap",
            "kakaotalk-scrap",
            ANY,
            false,
            false,
            new PictureRules(TYPES, 5 * MIB, new Size(1, 1), new Size(800, 400), ANY, false));

    /** Those of all platforms that show a preview. */
    static final List<Crawler> ALL = List.of(FACEBOOK, X, KAKAO);
}
