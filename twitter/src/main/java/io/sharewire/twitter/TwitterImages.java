package io.sharewire.twitter;

import io.sharewire.Media;
import io.sharewire.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What X takes as pictures of a post: at most four of up to 5 MB, JPEG, PNG, WebP or GIF that stands still. */
final class TwitterImages {

    static final int MAX_BYTES = 5_000_000;

    private static final int MAX_IMAGES = 4;
    private static final int MAX_ALT = 1_000;
    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "image/webp", "image/gif");

    private TwitterImages() {}

    /** What keeps these files from being posted. */
    static List<Problem> problems(List<Media> images) {
        List<Problem> problems = new ArrayList<>();
        if (images.size() > MAX_IMAGES) {
            problems.add(Problem.error(
                    "TOO_MANY_IMAGES",
                    "The post has " + images.size() + " pictures; X takes " + MAX_IMAGES + ".",
                    "Choose " + MAX_IMAGES + " of them."));
        }
        for (int i = 0; i < images.size(); i++) {
            check(images.get(i), "Picture " + (i + 1), problems);
        }
        return problems;
    }

    private static void check(Media image, String name, List<Problem> problems) {
        if (image.size() == 0) {
            problems.add(Problem.error("EMPTY_FILE", name + " has no bytes.", "Load the picture again."));
        } else if (!TYPES.contains(image.type())) {
            problems.add(Problem.error(
                    "WRONG_TYPE",
                    name + " begins like " + image.type() + ", which is no picture X takes.",
                    "Use a JPEG or PNG."));
        }
        if (image.size() > MAX_BYTES) {
            problems.add(Problem.error(
                    "FILE_TOO_LARGE",
                    name + " has " + image.size() + " bytes; X takes up to " + MAX_BYTES + ".",
                    "Make it smaller with Picture.within(media, " + MAX_BYTES + ")."));
        }
        String alt = image.alt();
        if (alt != null && alt.length() > MAX_ALT) {
            problems.add(Problem.error(
                    "ALT_TOO_LONG",
                    "The description of " + name + " has " + alt.length() + " of " + MAX_ALT + " characters.",
                    "Shorten the description."));
        }
    }
}
