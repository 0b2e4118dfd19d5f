package io.sharewire.kakao;

import io.sharewire.Article;
import io.sharewire.Image;
import io.sharewire.PayloadPart;
import io.sharewire.Share;
import io.sharewire.text.CleanText;
import io.sharewire.text.TextFit;
import io.sharewire.text.TextMeasure;
import io.sharewire.url.CanonicalUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an article becomes by an editor's choices.
 *
 * @param part what is sent; null if the words do not fit into a message at all
 * @param asSeen what a reader will see
 * @param words what an editor may write and what is counted; null if nothing is
 * @param links where taps lead
 * @param pictures what is shown
 */
record KakaoComposition(
        @Nullable PayloadPart part, String asSeen, @Nullable String words, List<String> links, List<Image> pictures) {

    /** The composition of {@code share}. */
    static KakaoComposition of(Share share, KakaoOptions options, @Nullable String buttonTitle, KakaoLimits limits) {
        return new Composer(share, options, buttonTitle, limits).compose(options.message());
    }

    private static KakaoComposition of(KakaoTemplate template, @Nullable String words, List<Image> pictures) {
        return new KakaoComposition(
                new PayloadPart(KakaoForm.JSON, template.json()),
                template.asSeen(),
                words,
                template.links().stream()
                        .flatMap(link -> Stream.of(link.webUrl(), link.mobileWebUrl()))
                        .distinct()
                        .toList(),
                pictures);
    }

    private record Composer(
            Share share, KakaoOptions options, @Nullable String settingsTitle, KakaoLimits limits) {

        KakaoComposition compose(KakaoMessage message) {
            if (message instanceof KakaoMessage.Text) {
                return text();
            } else if (message instanceof KakaoMessage.Stories stories) {
                return stories(stories);
            } else if (message instanceof KakaoMessage.Place place) {
                return card(KakaoLocation.of(place.address(), place.title(), content())
                        .withButton(buttonTitle(), link()));
            } else if (message instanceof KakaoMessage.Offer offer) {
                return card(KakaoCommerce.of(content(), offer.price()).withButton(buttonTitle(), link()));
            } else if (message instanceof KakaoMessage.Scrap scrap) {
                String url = share.link(KakaoTarget.CHANNEL);
                return byKakao(KakaoForm.scrap(url, scrap), url);
            } else if (message instanceof KakaoMessage.Custom custom) {
                String form = KakaoForm.template(custom.templateId(), custom.args());
                return byKakao(
                        form,
                        Stream.concat(
                                        Stream.of("Template " + custom.templateId()),
                                        custom.args().entrySet().stream()
                                                .map(arg -> arg.getKey() + ": " + arg.getValue()))
                                .collect(Collectors.joining("\n")));
            } else if (message instanceof KakaoMessage.Own own) {
                return own(own.template());
            }
            return card(KakaoFeed.of(content()).withButton(buttonTitle(), link()));
        }

        private KakaoComposition card(KakaoTemplate template) {
            Image picture = picture();
            return KakaoComposition.of(
                    template,
                    description() == null ? "" : description(),
                    picture == null ? List.of() : List.of(picture));
        }

        private KakaoComposition text() {
            String own = share.text(KakaoTarget.CHANNEL).orElse(null);
            int limit = Math.min(limits.text(), KakaoTextMessage.MAX);
            String words = own == null ? words(limit) : own;
            if (TextMeasure.CODE_POINTS.of(words) > limit) {
                return new KakaoComposition(null, words, words, List.of(), List.of());
            }
            return KakaoComposition.of(
                    KakaoTextMessage.of(words, link()).withButton(buttonTitle(), link()), words, List.of());
        }

        /** Headline and lead; the headline whole if it cannot be cut. */
        private String words(int limit) {
            String summary = share.article().summary();
            String line = summary == null ? "" : CleanText.line(summary);
            String title = share.article().title();
            String fitted = TextFit.fit(line.isEmpty() ? title : title + "\n" + line, limit, TextMeasure.CODE_POINTS);
            return fitted.isBlank() ? title : fitted;
        }

        private KakaoComposition stories(KakaoMessage.Stories stories) {
            List<KakaoContent> contents = new ArrayList<>(List.of(content()));
            List<Image> pictures = new ArrayList<>();
            Image first = picture();
            if (first != null) {
                pictures.add(first);
            }
            for (Article article : stories.more()) {
                Image picture = options.picture() ? lead(article) : null;
                contents.add(
                        content(title(article), lede(article), picture, KakaoLink.of(CanonicalUrl.of(article.url()))));
                if (picture != null) {
                    pictures.add(picture);
                }
            }
            return KakaoComposition.of(
                    KakaoList.of(stories.headerTitle(), KakaoLink.of(stories.headerUrl()), contents)
                            .withButton(buttonTitle(), link()),
                    description() == null ? "" : description(),
                    pictures);
        }

        private KakaoComposition own(KakaoTemplate template) {
            List<Image> pictures = template.contents().stream()
                    .filter(content -> content.imageUrl() != null)
                    .map(content -> Image.of(String.valueOf(content.imageUrl()))
                            .withSize(content.imageWidth(), content.imageHeight()))
                    .toList();
            return KakaoComposition.of(template, null, pictures);
        }

        private KakaoComposition byKakao(String form, String asSeen) {
            return new KakaoComposition(
                    new PayloadPart(KakaoForm.TYPE, form),
                    asSeen,
                    null,
                    List.of(share.link(KakaoTarget.CHANNEL)),
                    List.of());
        }

        private KakaoContent content() {
            return content(title(share.article()), description(), picture(), link());
        }

        private @Nullable String description() {
            return share.text(KakaoTarget.CHANNEL).orElse(lede(share.article()));
        }

        private KakaoLink link() {
            String web = share.link(KakaoTarget.CHANNEL);
            return KakaoLink.of(web, options.mobileLink() == null ? web : options.mobileLink());
        }

        private @Nullable Image picture() {
            return options.picture() ? lead(share.article()) : null;
        }

        private static @Nullable Image lead(Article article) {
            return article.images().stream().findFirst().orElse(null);
        }

        /** The headline, fitted; whole if it is one long word that must not be split, such as a URL. */
        private String title(Article article) {
            String fitted = TextFit.fit(article.title(), limits.title(), TextMeasure.CODE_POINTS);
            return fitted.isBlank() ? article.title() : fitted;
        }

        private @Nullable String lede(Article article) {
            String summary = article.summary();
            String fitted = summary == null
                    ? ""
                    : TextFit.fit(CleanText.line(summary), limits.description(), TextMeasure.CODE_POINTS);
            return fitted.isBlank() ? null : fitted;
        }

        private String buttonTitle() {
            if (options.buttonTitle() != null) {
                return options.buttonTitle();
            }
            if (settingsTitle != null) {
                return settingsTitle;
            }
            return isKorean(share.article()) ? "기사 보기" : "Read the article";
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
            KakaoContent bare = KakaoContent.of(title, link).withDescription(description);
            if (picture == null) {
                return bare;
            }
            Integer width = picture.width();
            Integer height = picture.height();
            return width == null || height == null
                    ? bare.withImage(picture.url())
                    : bare.withImage(picture.url(), width, height);
        }
    }
}
