package io.sharewire.facebook;

import io.sharewire.Media;
import io.sharewire.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What Facebook takes as photos of a post: at most ten, JPEG, PNG, GIF, BMP, TIFF or WebP.
 *
 * <p>How large each may be is a setting, since Facebook says different things, see {@link FacebookLimits}.
 */
final class FacebookPhotos {

    private static final int MAX_PHOTOS = 10;
    private static final int MAX_ALT = 1_000;
    private static final Set<String> TYPES =
            Set.of("image/jpeg", "image/png", "image/gif", "image/bmp", "image/tiff", "image/webp");

    private FacebookPhotos() {}

    /** What keeps these files from being posted. */
    static List<Problem> problems(List<Media> photos, int maxBytes) {
        List<Problem> problems = new ArrayList<>();
        if (photos.size() > MAX_PHOTOS) {
            problems.add(Problem.error(
                    "TOO_MANY_PHOTOS",
                    "The post has " + photos.size() + " photos; Facebook shows up to " + MAX_PHOTOS + ".",
                    "Choose " + MAX_PHOTOS + " of them."));
        }
        for (int i = 0; i < photos.size(); i++) {
            check(photos.get(i), "Photo " + (i + 1), maxBytes, problems);
        }
        return problems;
    }

    private static void check(Media photo, String name, int maxBytes, List<Problem> problems) {
        if (photo.size() == 0) {
            problems.add(Problem.error("EMPTY_FILE", name + " has no bytes.", "Load the picture again."));
        } else if (!TYPES.contains(photo.type())) {
            problems.add(Problem.error(
                    "WRONG_TYPE",
                    name + " begins like " + photo.type() + ", which is no picture Facebook takes.",
                    "Use a JPEG or PNG."));
        }
        if (photo.size() > maxBytes) {
            problems.add(Problem.error(
                    "FILE_TOO_LARGE",
                    name + " has " + photo.size() + " bytes; Facebook takes up to " + maxBytes + ".",
                    "Make it smaller with Picture.within(media, " + maxBytes + ")."));
        }
        String alt = photo.alt();
        if (alt != null && alt.length() > MAX_ALT) {
            problems.add(Problem.error(
                    "ALT_TOO_LONG",
                    "The description of " + name + " has " + alt.length() + " of " + MAX_ALT + " characters.",
                    "Shorten the description."));
        }
    }
}
