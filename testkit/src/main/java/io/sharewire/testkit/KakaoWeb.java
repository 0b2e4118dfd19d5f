package io.sharewire.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * The web as Kakao's scrap server finds it: no request leaves the machine.
 *
 * <p>Pages and pictures that a test puts here are served as they are. Every other address leads to a page without a
 * word, or, if it ends like a picture's, to a picture of 800 by 400.
 *
 * <p>Safe for use by many threads.
 */
public final class KakaoWeb {

    /**
     * A request of the scrap server.
     *
     * @param url what it asked for
     * @param userAgent what it said to be
     */
    public record Visit(String url, String userAgent) {}

    private static final Answer EMPTY_PAGE = Answer.of(200, "text/html", "");
    private static final String PICTURE_ADDRESS = "(?i)[^?#]*\\.(jpe?g|png|gif|webp)([?#].*)?";

    private final Map<String, Answer> documents = new HashMap<>();
    private final List<Visit> visits = new ArrayList<>();

    KakaoWeb() {}

    /** Puts a page there. */
    public synchronized void page(String url, String html) {
        documents.put(url, Answer.of(200, "text/html", html));
    }

    /** Puts a picture, or what is said to be one, there. */
    public synchronized void picture(String url, byte[] picture) {
        documents.put(url, Answer.image("image/unknown", picture));
    }

    /** Lets the server there answer with this status and nothing else. */
    public synchronized void fails(String url, int status) {
        documents.put(url, Answer.of(status, "text/html", ""));
    }

    /** What the scrap server has asked for, in order. */
    public synchronized List<Visit> visits() {
        return List.copyOf(visits);
    }

    /** The picture that was put at this address, if it is one; looking at it is no visit. */
    synchronized Optional<Answer> picture(String url) {
        return Optional.ofNullable(documents.get(url))
                .flatMap(found -> ImageBytes.typeOf(found.bytes()).map(type -> Answer.image(type, found.bytes())));
    }

    synchronized Answer get(String url, String userAgent) {
        visits.add(new Visit(url, userAgent));
        Answer found = documents.get(url);
        if (found != null) {
            return found;
        }
        return url.matches(PICTURE_ADDRESS) ? Answer.image("image/png", somePicture()) : EMPTY_PAGE;
    }

    synchronized void reset() {
        documents.clear();
        visits.clear();
    }

    private static byte[] somePicture() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(800, 400, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
