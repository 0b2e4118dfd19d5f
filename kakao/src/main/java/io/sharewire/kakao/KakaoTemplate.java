package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.json.Json;
import java.util.List;

/**
 * A message in one of Kakao's default templates: {@code template_object} of the Message API, in its snake_case.
 *
 * <p>What Kakao would refuse cannot be built: the constructors say everything that is wrong at once. Build them from the
 * inside out, and hand the whole to {@link KakaoOptions#withMessage}:
 *
 * <pre>{@code
 * KakaoLink link = KakaoLink.of("https://news.example.kr/a/1");
 * KakaoTemplate feed = KakaoFeed.of(KakaoContent.of("첫눈", link)).withButton("기사 보기", link);
 * }</pre>
 *
 * <p>All templates are immutable and thread-safe.
 */
public sealed interface KakaoTemplate
        permits KakaoFeed, KakaoList, KakaoLocation, KakaoCommerce, KakaoTextMessage, KakaoCalendar {

    /** Kakao's name for this kind of template. */
    @JsonProperty("object_type")
    String objectType();

    /** What a reader will see, line by line; what a button says in brackets. */
    String asSeen();

    /** Where taps lead. */
    List<KakaoLink> links();

    /** The cards it shows. */
    List<KakaoContent> contents();

    /** The JSON of {@code template_object}. */
    default String json() {
        return Json.write(this);
    }
}
