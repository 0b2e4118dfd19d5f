package io.sharewire.link;

import io.sharewire.Media;
import io.sharewire.Problem;
import io.sharewire.http.FetchException;
import io.sharewire.http.Fetched;
import io.sharewire.http.GuardedFetch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The picture of a preview, looked at as a platform would: its tag, its address, its file. Not thread-safe. */
final class PreviewPicture {

    /** X's small card; what is smaller is not shown. */
    private static final Crawler.Size SMALL_CARD = new Crawler.Size(144, 144);

    private final Crawler crawler;
    private final GuardedFetch fetch;
    private final DeclaredPicture picture;
    private final List<Problem> problems = new ArrayList<>();

    PreviewPicture(Crawler crawler, GuardedFetch fetch, DeclaredPicture picture) {
        this.crawler = crawler;
        this.fetch = fetch;
        this.picture = picture;
    }

    /** The address to fetch; empty if it is none that a platform would fetch. */
    Optional<HttpUrl> address() {
        return Optional.ofNullable(HttpUrl.parse(picture.address()));
    }

    List<Problem> problemsOfTheTag() {
        List<Problem> found = new ArrayList<>();
        Optional<HttpUrl> address = address();
        if (address.isEmpty()) {
            found.add(Problem.error(
                    "IMAGE_ADDRESS",
                    picture.tag() + " is '" + picture.address() + "', not an absolute address.",
                    "Write it with https:// and the host."));
        } else if (!address.get().isHttps()) {
            found.add(Problem.warning(
                    "IMAGE_NOT_HTTPS", picture.tag() + " is not an https address.", "Serve pictures over https."));
        }
        boolean isDeclared = picture.width() != null && picture.height() != null;
        if (crawler.picture().wantsDeclaredSize() && !isDeclared) {
            found.add(Problem.warning(
                    "IMAGE_SIZE_UNDECLARED",
                    "There are no og:image:width and og:image:height; the first share may go without the picture.",
                    "Declare them."));
        }
        return found;
    }

    List<Problem> problemsOfTheFile(HttpUrl address) {
        int maxBytes = crawler.picture().maxBytes();
        try {
            Fetched answer = fetch.toBuilder()
                    .accept("image/*,*/*;q=0.1")
                    .maxBytes(maxBytes)
                    .build()
                    .fetch(address.toString());
            if (answer.isSuccess()) {
                file(answer);
            } else {
                unreachable("the server answers " + answer.status());
            }
        } catch (FetchException e) {
            if (e.kind() == FetchException.Kind.TOO_LARGE) {
                problems.add(Problem.error(
                        "IMAGE_TOO_LARGE",
                        "The picture has more than " + crawler.platform() + "'s " + maxBytes + " bytes.",
                        "Save it smaller; 1200×630 pixels are enough."));
            } else {
                unreachable(e.getMessage());
            }
        }
        return problems;
    }

    private void unreachable(@Nullable String why) {
        problems.add(Problem.error(
                "IMAGE_NOT_REACHABLE",
                crawler.platform() + " does not get the picture " + picture.address() + ": " + why + ".",
                "See that it can be fetched from outside, without a referrer, by \"" + crawler.userAgent() + "\"."));
    }

    private void file(Fetched answer) {
        Media media = Media.of(answer.bytes());
        if (!crawler.picture().types().contains(media.type())) {
            problems.add(Problem.error(
                    "IMAGE_TYPE",
                    "The picture is " + kind(answer, media) + "; " + crawler.platform()
                            + " shows JPEG, PNG, GIF and WebP.",
                    "Save it as JPEG or PNG."));
            return;
        }
        WebpSize.of(answer.bytes())
                .or(media::dimensions)
                .ifPresentOrElse(
                        this::size,
                        () -> problems.add(Problem.error(
                                "IMAGE_BROKEN", "The picture cannot be read.", "Save it again as JPEG or PNG.")));
    }

    private static String kind(Fetched answer, Media media) {
        String type = answer.mediaType().orElse("");
        String start = new String(answer.bytes(), StandardCharsets.ISO_8859_1);
        if (type.equals("image/svg+xml")
                || start.substring(0, Math.min(start.length(), 1000)).contains("<svg")) {
            return "SVG";
        }
        return media.type().equals(Media.UNKNOWN_TYPE) ? "no picture (" + type + ")" : media.type();
    }

    private void size(Media.Size size) {
        Crawler.PictureRules rules = crawler.picture();
        Crawler.Size min = crawler.hasOwnTags() && !picture.isLarge() ? SMALL_CARD : rules.min();
        String is = "The picture has " + size.width() + "×" + size.height() + " pixels";
        if (!min.fits(size.width(), size.height())) {
            problems.add(Problem.error(
                    "IMAGE_TOO_SMALL",
                    is + "; " + crawler.platform() + " wants at least " + min + ".",
                    "Give a larger one, 1200×630 at best."));
        } else if (size.width() > rules.maxSide() || size.height() > rules.maxSide()) {
            problems.add(Problem.error(
                    "IMAGE_TOO_WIDE",
                    is + "; " + crawler.platform() + " takes " + rules.maxSide() + " on a side.",
                    "Give a smaller one, 1200×630 at best."));
        } else if (!crawler.hasOwnTags() && !rules.good().fits(size.width(), size.height())) {
            problems.add(Problem.warning(
                    "IMAGE_SMALL",
                    is + "; below " + rules.good() + " " + crawler.platform() + " shows it small or coarse.",
                    "Give a larger one, 1200×630 at best."));
        }
        boolean isDeclaredOtherwise = picture.tag().startsWith("og:")
                && picture.width() != null
                && picture.height() != null
                && (picture.width() != size.width() || picture.height() != size.height());
        if (isDeclaredOtherwise) {
            problems.add(Problem.warning(
                    "IMAGE_SIZE_WRONG",
                    is + ", but " + picture.width() + "×" + picture.height() + " are declared.",
                    "Declare what it has."));
        }
    }
}
