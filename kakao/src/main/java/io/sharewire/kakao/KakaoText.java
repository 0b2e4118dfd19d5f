package io.sharewire.kakao;

import io.sharewire.Article;
import io.sharewire.Draft;
import io.sharewire.Drafter;
import io.sharewire.Image;
import io.sharewire.Length;
import io.sharewire.Problem;
import io.sharewire.Share;
import io.sharewire.json.Json;
import io.sharewire.text.CleanText;
import io.sharewire.text.TextFit;
import io.sharewire.text.TextMeasure;
import io.sharewire.url.CanonicalUrl;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * How an article becomes a message: one feed card with the lead picture and one button.
 *
 * <p>The payload is the JSON of the template. On the wire it is the value of the form field {@code template_object},
 * percent-encoded once; a preview shows the JSON itself. The length is that of the description, which is what an editor
 * may write.
 */
final class KakaoText implements Drafter {

    private static final String UNIT = "code points";

    private final String target;
    private final @Nullable String buttonTitle;
    private final KakaoLimits limits;

    KakaoText(String target, @Nullable String buttonTitle, KakaoLimits limits) {
        this.target = target;
        this.buttonTitle = buttonTitle;
        this.limits = limits;
    }

    @Override
    public Draft draft(Share share) {
        Article article = share.article();
        KakaoOptions options = share.options(KakaoOptions.class).orElse(KakaoOptions.defaults());
        String title = title(article);
        String description = share.text(KakaoTarget.CHANNEL).orElse(lead(article));
        Image picture =
                options.picture() ? article.images().stream().findFirst().orElse(null) : null;
        String webUrl = share.link(KakaoTarget.CHANNEL);
        String mobileUrl = options.mobileLink() == null ? webUrl : options.mobileLink();
        KakaoLink link = new KakaoLink(webUrl, mobileUrl);
        KakaoLinkButton button = new KakaoLinkButton(buttonTitle(options, article), link);
        Length length =
                new Length(description == null ? 0 : TextMeasure.CODE_POINTS.of(description), limits.text(), UNIT);

        Draft.Builder draft = Draft.builder(
                        target, KakaoTarget.CHANNEL, share, asSeen(title, description, button.title()))
                .length(length)
                .link(webUrl)
                .media(picture == null ? List.of() : List.of(picture))
                .part(
                        "application/json",
                        Json.write(new KakaoFeed(content(title, description, picture, link), List.of(button))));
        if (length.exceeded()) {
            draft.problem(Problem.textTooLong(length));
        }
        checkTitle(title, draft);
        checkPicture(picture, options, draft);
        Stream.of(webUrl, mobileUrl).distinct().forEach(url -> checkLink(url, draft));
        return draft.build();
    }

    /** The headline, fitted; whole if it is one long word that must not be split, such as a URL. */
    private String title(Article article) {
        String fitted = TextFit.fit(article.title(), limits.title(), TextMeasure.CODE_POINTS);
        return fitted.isBlank() ? article.title() : fitted;
    }

    private @Nullable String lead(Article article) {
        String summary = article.summary();
        String fitted = summary == null
                ? ""
                : TextFit.fit(CleanText.line(summary), limits.description(), TextMeasure.CODE_POINTS);
        return fitted.isBlank() ? null : fitted;
    }

    private String buttonTitle(KakaoOptions options, Article article) {
        if (options.buttonTitle() != null) {
            return options.buttonTitle();
        }
        if (buttonTitle != null) {
            return buttonTitle;
        }
        return isKorean(article) ? "기사 보기" : "Read the article";
    }

    /** By the article's own word; where it does not say, by the script of its headline. */
    private static boolean isKorean(Article article) {
        return article.language() == null
                ? article.title()
                        .codePoints()
                        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL)
                : article.language().getLanguage().equals("ko");
    }

    private static KakaoContent content(
            String title, @Nullable String description, @Nullable Image picture, KakaoLink link) {
        if (picture == null) {
            return new KakaoContent(title, description, null, null, null, link);
        }
        boolean sized = picture.width() != null && picture.height() != null;
        return new KakaoContent(
                title,
                description,
                picture.url(),
                sized ? picture.width() : null,
                sized ? picture.height() : null,
                link);
    }

    private static String asSeen(String title, @Nullable String description, String buttonTitle) {
        return Stream.of(title, description, "[" + buttonTitle + "]")
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private void checkTitle(String title, Draft.Builder draft) {
        int used = TextMeasure.CODE_POINTS.of(title);
        if (used > limits.title()) {
            draft.problem(Problem.warning(
                    "TITLE_NOT_FITTED",
                    "The title has " + used + " of " + limits.title()
                            + " code points and no place where it may be cut.",
                    "KakaoTalk will cut it where its room ends; a title with blanks in it is cut well."));
        }
    }

    private static void checkPicture(@Nullable Image picture, KakaoOptions options, Draft.Builder draft) {
        if (picture == null) {
            if (options.picture()) {
                draft.problem(Problem.warning(
                        "NO_IMAGE", "The message will have no picture.", "Give the article a lead picture."));
            }
        } else if (!CanonicalUrl.looksPublic(picture.url())) {
            draft.problem(Problem.warning(
                    "IMAGE_NOT_PUBLIC",
                    "Kakao cannot fetch " + picture.url() + "; the message will arrive without the picture.",
                    "Use a picture at a public address."));
        } else if (!HttpUrl.get(picture.url()).isHttps()) {
            draft.problem(Problem.warning(
                    "IMAGE_NOT_HTTPS",
                    "Kakao wants pictures at https addresses, not " + picture.url() + ".",
                    "Use the picture's https address."));
        }
    }

    private static void checkLink(String url, Draft.Builder draft) {
        if (!CanonicalUrl.looksPublic(url)) {
            draft.problem(Problem.warning(
                    "LINK_NOT_PUBLIC",
                    "Readers cannot open " + url + ", and its domain cannot be registered with Kakao.",
                    "Share the article's public address."));
        }
    }
}
