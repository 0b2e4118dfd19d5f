package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Pictures for messages: kept for some weeks under an address of Kakao's own. */
final class KakaoImages {

    static final int LARGEST = 5 * 1024 * 1024;

    private static final int TOO_LARGE = -602;
    private static final int TOO_MANY = -606;
    private static final int NO_IMAGE = -911;

    private record Kept(Answer image, Instant since) {}

    private final Clock clock;
    private final String baseUrl;
    private final KakaoRules rules;
    private final KakaoWeb web;
    private final Map<String, Kept> kept = new HashMap<>();

    KakaoImages(Clock clock, String baseUrl, KakaoRules rules, KakaoWeb web) {
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.rules = rules;
        this.web = web;
    }

    void clear() {
        kept.clear();
    }

    /** {@code POST /v2/api/talk/message/image/upload}. */
    Answer upload(Call call) {
        if (call.files().size() > 1) {
            throw KakaoErrors.badImage(TOO_MANY, "too many files");
        }
        byte[] file = call.files().get("file");
        if (file == null) {
            throw KakaoErrors.badParameter("The Parameter [file] cannot be null.");
        }
        return keep(file);
    }

    /** {@code POST /v2/api/talk/message/image/scrap}. */
    Answer scrap(KakaoInput input) {
        String url = input.required("image_url");
        Answer found = web.get(url, KakaoScraper.USER_AGENT);
        if (found.status() != 200) {
            throw KakaoErrors.unparsable("image_url", url);
        }
        return keep(found.bytes());
    }

    /** {@code DELETE /v2/api/talk/message/image/delete}; what is not there any more is deleted too. */
    Answer delete(KakaoInput input) {
        String url = input.required("image_url");
        kept.remove(url.substring(url.lastIndexOf('/') + 1));
        return Answer.of(200, "application/json;charset=UTF-8", "");
    }

    /** The picture itself, as long as it is kept. */
    Answer serve(Call call) {
        return Optional.ofNullable(kept.get(call.path().get(1)))
                .filter(image -> clock.instant().isBefore(image.since().plus(rules.imageRetention)))
                .map(Kept::image)
                .orElseGet(() -> Answer.gateway(404, "404 Not Found"));
    }

    private Answer keep(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw KakaoErrors.badImage(TOO_LARGE, "the image is larger than 5 MB");
        }
        String type = ImageBytes.typeOf(bytes).orElseThrow(KakaoImages::noImage);
        BufferedImage image = decoded(bytes);
        String name = KakaoTokens.random("") + "." + type.substring("image/".length());
        kept.put(name, new Kept(Answer.image(type, bytes), clock.instant()));
        ObjectNode json = Json.object();
        json.putObject("infos")
                .putObject("original")
                .put("url", baseUrl + "/dn/" + name)
                .put("content_type", type)
                .put("length", bytes.length)
                .put("width", image.getWidth())
                .put("height", image.getHeight());
        return KakaoErrors.json(200, json);
    }

    private static BufferedImage decoded(byte[] bytes) {
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(bytes)))
                    .orElseThrow(KakaoImages::noImage);
        } catch (IOException e) {
            throw noImage();
        }
    }

    private static Refusal noImage() {
        return KakaoErrors.badImage(NO_IMAGE, "the image format is not supported");
    }
}
