package io.sharewire.twitter;

import io.sharewire.Media;
import io.sharewire.Problem;
import java.util.ArrayList;
import java.util.List;

/** What keeps files from being posted: four pictures, or one moving GIF, or one film, each within X's limits. */
final class MediaProblems {

    private static final int MAX_PICTURES = 4;
    private static final int MAX_ALT = 1_000;
    private static final int GIF_WIDTH = 1_280;
    private static final int GIF_HEIGHT = 1_080;
    private static final int GIF_FRAMES = 350;
    private static final long GIF_PIXELS = 300_000_000L;

    private final List<Problem> problems = new ArrayList<>();

    private MediaProblems() {}

    /** The problems of these files as the media of one post. */
    static List<Problem> of(List<Media> files) {
        MediaProblems found = new MediaProblems();
        found.checkTogether(files);
        for (int i = 0; i < files.size(); i++) {
            found.check(files.get(i), "File " + (i + 1));
        }
        return found.problems;
    }

    private void checkTogether(List<Media> files) {
        boolean moves =
                files.stream().flatMap(file -> MediaKind.of(file).stream()).anyMatch(kind -> kind != MediaKind.PICTURE);
        if (moves && files.size() > 1) {
            error(
                    "MIXED_MEDIA",
                    "The post has " + files.size() + " files, one of which moves; X takes a GIF or a film alone.",
                    "Keep the GIF or film, or the pictures.");
        } else if (files.size() > MAX_PICTURES) {
            error(
                    "TOO_MANY_IMAGES",
                    "The post has " + files.size() + " pictures; X takes " + MAX_PICTURES + ".",
                    "Choose " + MAX_PICTURES + " of them.");
        }
    }

    private void check(Media file, String name) {
        MediaKind kind = MediaKind.of(file).orElse(MediaKind.PICTURE);
        if (file.size() == 0) {
            error("EMPTY_FILE", name + " has no bytes.", "Load the file again.");
        } else if (MediaKind.of(file).isEmpty()) {
            error(
                    "WRONG_TYPE",
                    name + " begins like " + file.type() + ", which X does not take.",
                    "Use a JPEG, PNG, WebP, GIF or MP4.");
        }
        if (file.size() > kind.maxBytes()) {
            error(
                    "FILE_TOO_LARGE",
                    name + " has " + file.size() + " bytes; X takes up to " + kind.maxBytes() + ".",
                    kind == MediaKind.PICTURE
                            ? "Make it smaller with Picture.within(media, " + kind.maxBytes() + ")."
                            : "Make it shorter, or smaller.");
        } else if (kind == MediaKind.ANIMATION) {
            checkFrames(GifFrames.of(file.bytes()), name);
        }
        String alt = file.alt();
        if (alt != null && alt.length() > MAX_ALT) {
            error(
                    "ALT_TOO_LONG",
                    "The description of " + name + " has " + alt.length() + " of " + MAX_ALT + " characters.",
                    "Shorten the description.");
        }
    }

    private void checkFrames(GifFrames gif, String name) {
        long pixels = (long) gif.width() * gif.height() * gif.count();
        if (gif.width() > GIF_WIDTH || gif.height() > GIF_HEIGHT || gif.count() > GIF_FRAMES || pixels > GIF_PIXELS) {
            error(
                    "GIF_TOO_HEAVY",
                    name + " is a GIF of " + gif.width() + "×" + gif.height() + " pixels and " + gif.count()
                            + " frames; X takes " + GIF_WIDTH + "×" + GIF_HEIGHT + " and " + GIF_FRAMES
                            + " frames, and 300 million pixels in all.",
                    "Make it smaller or shorter, or use a film.");
        }
    }

    private void error(String code, String message, String remedy) {
        problems.add(Problem.error(code, message, remedy));
    }
}
