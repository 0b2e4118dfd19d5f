package io.sharewire.mail;

import io.sharewire.Image;
import io.sharewire.Media;
import io.sharewire.Problem;
import io.sharewire.Share;
import io.sharewire.url.CanonicalUrl;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one picture a mail shows: at its address, or carried along and named by its content id (RFC 2392).
 *
 * @param src an http(s) or {@code cid:} address, ASCII
 * @param alt empty if nobody described it
 * @param width in pixels; null if not known
 * @param height in pixels; null if not known
 * @param file the bytes to carry along; null if it stays at its address
 */
record LeadPicture(
        String src,
        String alt,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String caption,
        @Nullable String credit,
        @Nullable Media file) {

    /** What mail programs show; the one for Windows knows no WebP. */
    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "image/gif");

    private static final int LARGE = 1_000_000;

    /** The picture as chosen, if there is one; notes what is not as chosen. */
    static Optional<LeadPicture> of(Share share, MailPicture choice, String domain, List<Problem> problems) {
        Optional<Image> image = share.article().images().stream().findFirst();
        if (choice == MailPicture.NONE) {
            return Optional.empty();
        }
        if (choice == MailPicture.REMOTE) {
            return image.map(LeadPicture::remote);
        }
        List<Media> files = share.media(MailTarget.CHANNEL);
        Optional<Media> file =
                files.stream().filter(f -> TYPES.contains(f.type())).findFirst();
        if (file.isEmpty()) {
            if (image.isPresent() || !files.isEmpty()) {
                problems.add(noFile(files.size()));
            }
            return image.map(LeadPicture::remote);
        }
        check(file.get(), files.size(), problems);
        return file.map(f -> inline(f, image.orElse(null), domain));
    }

    /** The content id with its angle brackets, as the part's header has it; empty if it stays at its address. */
    Optional<String> contentId() {
        return file == null ? Optional.empty() : Optional.of("<" + src.substring("cid:".length()) + ">");
    }

    private static LeadPicture remote(Image image) {
        return new LeadPicture(
                CanonicalUrl.ascii(image.url()),
                image.alt() == null ? "" : image.alt(),
                image.width(),
                image.height(),
                image.caption(),
                image.credit(),
                null);
    }

    /** The file is taken for the article's lead picture, with its caption and its credit. */
    private static LeadPicture inline(Media file, @Nullable Image image, String domain) {
        String described = file.alt() != null ? file.alt() : image == null ? null : image.alt();
        Optional<Media.Size> size = file.dimensions();
        return new LeadPicture(
                "cid:picture." + file.sha256().substring(0, 32) + "@" + domain,
                described == null ? "" : described,
                size.map(Media.Size::width).orElse(null),
                size.map(Media.Size::height).orElse(null),
                image == null ? null : image.caption(),
                image == null ? null : image.credit(),
                file);
    }

    private static void check(Media file, int files, List<Problem> problems) {
        if (files > 1) {
            problems.add(Problem.warning(
                    "MEDIA_LEFT_OUT",
                    "The mail shows one picture; " + (files - 1) + " of " + files + " files stay out of it.",
                    "Give the mail its own picture with share.withMedia(MailTarget.CHANNEL, …)."));
        }
        if (file.size() > LARGE) {
            problems.add(Problem.warning(
                    "LARGE_PICTURE",
                    "The picture has " + file.size() + " bytes, and every recipient gets them, encoded a third more.",
                    "Make it smaller with Picture.within(media, " + LARGE + "), or leave it at its address."));
        }
    }

    private static Problem noFile(int files) {
        return Problem.warning(
                "NO_INLINE_PICTURE",
                files == 0
                        ? "The picture is to be carried along, but the share has no file."
                        : "The picture is to be carried along, but none of " + files + " files is a JPEG, PNG or GIF.",
                "Load it into the share with withMedia; until then the picture is shown from its address.");
    }
}
