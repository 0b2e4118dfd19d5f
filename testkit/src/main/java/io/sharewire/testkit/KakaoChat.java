package io.sharewire.testkit;

/** The kinds of chat in KakaoTalk, each under the name that webhooks give it. */
public enum KakaoChat {
    /** One's own chat. */
    MEMO("MemoChat"),

    /** A chat with one other person. */
    DIRECT("DirectChat"),

    /** A chat of a group. */
    MULTI("MultiChat"),

    /** An open chat with one other person. */
    OPEN_DIRECT("OpenDirectChat"),

    /** An open chat of a group. */
    OPEN_MULTI("OpenMultiChat");

    private final String wireName;

    KakaoChat(String wireName) {
        this.wireName = wireName;
    }

    /** The value of {@code CHAT_TYPE}. */
    public String wireName() {
        return wireName;
    }
}
