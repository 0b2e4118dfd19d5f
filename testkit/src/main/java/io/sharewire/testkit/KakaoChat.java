package io.sharewire.testkit;

/** The kinds of chat in KakaoTalk, each under the name that webhooks give it. */
public enum KakaoChat {
    /** One's own chat. */
    MEMO("MemoChat", "나와의 채팅"),

    /** A chat with one other person. */
    DIRECT("DirectChat", "1:1 채팅"),

    /** A chat of a group. */
    MULTI("MultiChat", "그룹 채팅"),

    /** An open chat with one other person. */
    OPEN_DIRECT("OpenDirectChat", "1:1 오픈채팅"),

    /** An open chat of a group. */
    OPEN_MULTI("OpenMultiChat", "그룹 오픈채팅");

    private final String wireName;
    private final String koreanName;

    KakaoChat(String wireName, String koreanName) {
        this.wireName = wireName;
        this.koreanName = koreanName;
    }

    /** The value of {@code CHAT_TYPE}. */
    public String wireName() {
        return wireName;
    }

    /** What people who speak Korean call it. */
    String koreanName() {
        return koreanName;
    }

    boolean isGroup() {
        return this == MULTI || this == OPEN_MULTI;
    }
}
