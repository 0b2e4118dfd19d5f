package io.sharewire.kakao;

import io.sharewire.Image;
import io.sharewire.Problem;
import io.sharewire.Share;
import io.sharewire.text.TextMeasure;
import io.sharewire.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/** What Kakao would refuse, or drop without a word. */
final class KakaoProblems {

    private KakaoProblems() {}

    static List<Problem> of(
            Share share, KakaoOptions options, KakaoComposition made, KakaoLimits limits, KakaoDomains domains) {
        List<Problem> problems = new ArrayList<>();
        KakaoMessage message = options.message();
        boolean madeByKakao = message instanceof KakaoMessage.Scrap || message instanceof KakaoMessage.Custom;
        boolean own = message instanceof KakaoMessage.Own;
        if (!madeByKakao && !own) {
            checkCard(share, options, made, limits, problems);
        } else if (share.text(KakaoTarget.CHANNEL).isPresent()) {
            problems.add(Problem.warning(
                    "TEXT_NOT_SENT",
                    "This kind of message has no place for the editor's text.",
                    "Leave the text out, or choose a feed or a text."));
        }
        if (!share.media(KakaoTarget.CHANNEL).isEmpty()) {
            problems.add(Problem.warning(
                    "FILES_NOT_SENT",
                    "KakaoTalk messages carry no files; the pictures are those of the article.",
                    "Give the article the picture's public address; KakaoApi.uploadImage makes one for a while."));
        }
        made.pictures().forEach(picture -> checkPicture(picture, problems));
        made.links().forEach(link -> checkLink(link, domains, problems));
        return problems;
    }

    private static void checkCard(
            Share share, KakaoOptions options, KakaoComposition made, KakaoLimits limits, List<Problem> problems) {
        if (options.message() instanceof KakaoMessage.Text) {
            return;
        }
        // The title is fitted where it can be; what is still too long is one word that must not be split.
        int used = TextMeasure.CODE_POINTS.of(made.asSeen().lines().findFirst().orElse(""));
        if (options.message() instanceof KakaoMessage.Feed && used > limits.title()) {
            problems.add(Problem.warning(
                    "TITLE_NOT_FITTED",
                    "The title has " + used + " of " + limits.title()
                            + " code points and no place where it may be cut.",
                    "KakaoTalk will cut it where its room ends; a title with blanks in it is cut well."));
        }
        if (options.picture() && share.article().images().isEmpty()) {
            problems.add(Problem.warning(
                    "NO_IMAGE", "The message will have no picture.", "Give the article a lead picture."));
        }
    }

    private static void checkPicture(Image picture, List<Problem> problems) {
        if (!CanonicalUrl.looksPublic(picture.url())) {
            problems.add(Problem.warning(
                    "IMAGE_NOT_PUBLIC",
                    "Kakao cannot fetch " + picture.url() + "; the message will arrive without the picture.",
                    "Use a picture at a public address."));
        } else if (!HttpUrl.get(picture.url()).isHttps()) {
            problems.add(Problem.warning(
                    "IMAGE_NOT_HTTPS",
                    "Kakao wants pictures at https addresses, not " + picture.url() + ".",
                    "Use the picture's https address."));
        }
    }

    private static void checkLink(String url, KakaoDomains domains, List<Problem> problems) {
        if (!CanonicalUrl.looksPublic(url)) {
            problems.add(Problem.warning(
                    "LINK_NOT_PUBLIC",
                    "Readers cannot open " + url + ", and its domain cannot be registered with Kakao.",
                    "Share the article's public address."));
        } else if (!domains.allow(url)) {
            problems.add(Problem.error(
                    "LINK_DOMAIN_NOT_REGISTERED",
                    "The domain of " + url + " is not among those the app has registered for links: " + domains + ".",
                    "Register it under [Product Link] > [Web domain] in Kakao's developer console and add it to the"
                            + " link domains of the settings; www., m. and the bare domain are different ones."));
        }
    }
}
