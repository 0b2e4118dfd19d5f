package io.sharewire.kakao;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reader has shared something in KakaoTalk; one event per chat.
 *
 * @param resourceId Kakao's id of this event
 * @param chatType what kind of chat it went to
 * @param chatId the chat, as a hash that only means something in this app
 * @param templateId the template it was shared with; null if none of the console's
 * @param args what the button was given along, see {@link KakaoButton#withCallback}
 */
public record KakaoShareEvent(
        String resourceId,
        ChatType chatType,
        String chatId,
        @Nullable Long templateId,
        Map<String, String> args) {

    /** A kind of chat. */
    public enum ChatType {
        /** The reader's own. */
        MEMO("MemoChat"),
        /** With one friend. */
        DIRECT("DirectChat"),
        /** With several friends. */
        MULTI("MultiChat"),
        /** An open chat with one person. */
        OPEN_DIRECT("OpenDirectChat"),
        /** An open chat with several persons. */
        OPEN_MULTI("OpenMultiChat"),
        /** One that Kakao has added since. */
        OTHER("");

        private final String wire;

        ChatType(String wire) {
            this.wire = wire;
        }

        static ChatType of(String name) {
            for (ChatType type : values()) {
                if (type.wire.equals(name)) {
                    return type;
                }
            }
            return OTHER;
        }
    }

    /** Takes a copy. */
    public KakaoShareEvent {
        args = Map.copyOf(args);
    }
}
