package io.sharewire.kakao;

import io.sharewire.Article;
import io.sharewire.Validation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What kind of message an article becomes; an editor's choice in {@link KakaoOptions}.
 *
 * <p>The first five are made from the article; {@link Scrap} is made by Kakao from the article's page, {@link Custom} by a
 * template from Kakao's console; {@link Own} goes out as it is built. Immutable and thread-safe.
 */
public sealed interface KakaoMessage {

    /** A card with picture and button: the default. */
    record Feed() implements KakaoMessage {}

    /** Words and link without a card: the editor's own, else headline and lead; up to 200 code points. */
    record Text() implements KakaoMessage {}

    /**
     * The article and one or two more below a head.
     *
     * @param headerTitle what the head says, e.g. {@code 오늘의 뉴스}
     * @param headerUrl where the head leads, e.g. the site's front page
     * @param more one or two articles, whose links go out in their canonical form
     */
    record Stories(String headerTitle, String headerUrl, List<Article> more) implements KakaoMessage {

        /** Checks the parts. */
        public Stories {
            more = List.copyOf(more);
            new Validation("KakaoMessage.Stories")
                    .required("headerTitle", headerTitle)
                    .check(
                            more.size() >= KakaoList.MIN - 1 && more.size() <= KakaoList.MAX - 1,
                            "one or two more articles, not " + more.size())
                    .orThrow();
            KakaoLink.of(headerUrl);
        }
    }

    /**
     * The article's card and a place.
     *
     * @param address where it is
     * @param title the place's name; null for none
     */
    record Place(String address, @Nullable String title) implements KakaoMessage {

        /** Checks the parts. */
        public Place {
            new Validation("KakaoMessage.Place")
                    .required("address", address)
                    .check(title == null || !title.isBlank(), "title must be left out rather than blank")
                    .orThrow();
        }
    }

    /**
     * The article's card and a price.
     *
     * @param price what it costs
     */
    record Offer(KakaoPrice price) implements KakaoMessage {}

    /**
     * Kakao reads the article's page and makes a card of its tags; an hour or more goes by until it reads it again.
     *
     * @param templateId a template from Kakao's console that gets what was read; null for Kakao's own
     * @param args that template's own arguments
     */
    record Scrap(@Nullable Long templateId, Map<String, String> args) implements KakaoMessage {

        /** Checks the parts. */
        public Scrap {
            args = sorted(args);
            new Validation("KakaoMessage.Scrap")
                    .check(templateId == null || templateId > 0, "templateId must be above 0, not " + templateId)
                    .check(templateId != null || args.isEmpty(), "args need a templateId")
                    .orThrow();
        }
    }

    /**
     * A template from Kakao's console, made for the Message API.
     *
     * @param templateId its id
     * @param args its arguments, the article's address among them
     */
    record Custom(long templateId, Map<String, String> args) implements KakaoMessage {

        /** Checks the parts. */
        public Custom {
            args = sorted(args);
            new Validation("KakaoMessage.Custom")
                    .check(templateId > 0, "templateId must be above 0, not " + templateId)
                    .orThrow();
        }
    }

    /**
     * A template that was built by hand; nothing of the article is added to it.
     *
     * @param template what is sent
     */
    record Own(KakaoTemplate template) implements KakaoMessage {}

    /** See {@link Feed}. */
    static KakaoMessage feed() {
        return new Feed();
    }

    /** See {@link Text}. */
    static KakaoMessage text() {
        return new Text();
    }

    /** See {@link Stories}. */
    static KakaoMessage stories(String headerTitle, String headerUrl, Article... more) {
        return new Stories(headerTitle, headerUrl, List.of(more));
    }

    /** See {@link Place}. */
    static KakaoMessage place(String address, @Nullable String title) {
        return new Place(address, title);
    }

    /** See {@link Offer}. */
    static KakaoMessage offer(KakaoPrice price) {
        return new Offer(price);
    }

    /** See {@link Scrap}. */
    static KakaoMessage scrap() {
        return new Scrap(null, Map.of());
    }

    /** See {@link Scrap}. */
    static KakaoMessage scrap(long templateId, Map<String, String> args) {
        return new Scrap(templateId, args);
    }

    /** See {@link Custom}. */
    static KakaoMessage custom(long templateId, Map<String, String> args) {
        return new Custom(templateId, args);
    }

    /** See {@link Own}. */
    static KakaoMessage of(KakaoTemplate template) {
        return new Own(template);
    }

    /** In one order, so that the same choice gives the same bytes. */
    private static Map<String, String> sorted(Map<String, String> args) {
        return Collections.unmodifiableMap(new TreeMap<>(args));
    }
}
