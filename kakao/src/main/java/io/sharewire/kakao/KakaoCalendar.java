package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.sharewire.Validation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The default template {@code calendar}: a card and an event or a calendar of a channel that is connected to the app.
 *
 * @param idType {@code event} or {@code calendar}
 * @param id the event's or the calendar's id
 * @param content the card
 * @param buttons at most two buttons
 */
@JsonPropertyOrder({"object_type", "id_type", "id", "content", "buttons"})
public record KakaoCalendar(
        @JsonProperty("id_type") String idType,
        @JsonProperty("id") String id,
        @JsonProperty("content") KakaoContent content,

        @JsonProperty("buttons") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<KakaoLinkButton> buttons)
        implements KakaoTemplate {

    /** Checks the parts. */
    public KakaoCalendar {
        buttons = List.copyOf(buttons);
        KakaoLinkButton.check(
                        new Validation("KakaoCalendar")
                                .check(
                                        List.of("event", "calendar").contains(idType),
                                        "idType must be event or calendar, not '" + idType + "'")
                                .required("id", id)
                                .required("content", content),
                        null,
                        buttons)
                .orThrow();
    }

    /** A card and an event. */
    public static KakaoCalendar event(String id, KakaoContent content) {
        return new KakaoCalendar("event", id, content, List.of());
    }

    /** A card and a calendar. */
    public static KakaoCalendar calendar(String id, KakaoContent content) {
        return new KakaoCalendar("calendar", id, content, List.of());
    }

    /** The same with one more button. */
    public KakaoCalendar withButton(String title, KakaoLink link) {
        return new KakaoCalendar(idType, id, content, KakaoLinkButton.plus(buttons, title, link));
    }

    @Override
    @JsonProperty("object_type")
    public String objectType() {
        return "calendar";
    }

    @Override
    public String asSeen() {
        return Stream.concat(
                        content.asSeen(),
                        buttons.isEmpty() ? Stream.<String>of() : KakaoLinkButton.asSeen(null, buttons))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public List<KakaoLink> links() {
        return Stream.concat(Stream.of(content.link()), buttons.stream().map(KakaoLinkButton::link))
                .toList();
    }

    @Override
    public List<KakaoContent> contents() {
        return List.of(content);
    }
}
