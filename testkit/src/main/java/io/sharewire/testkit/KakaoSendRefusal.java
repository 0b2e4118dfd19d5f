package io.sharewire.testkit;

/** Why a message does not reach a person, each with the code of the platform. */
enum KakaoSendRefusal {
    NOT_ON_TALK(-501, "given account is not connected to any talk user."),
    NOT_A_FRIEND(-502, "the receiver is not a friend of the sender."),
    BLOCKED(-530, "the receiver does not receive messages."),
    SENDER_QUOTA(-532, "daily message limit per sender has been exceeded."),
    RECEIVER_QUOTA(-533, "daily message limit per receiver has been exceeded."),
    PAIR_QUOTA(-536, "daily message limit per sender and receiver has been exceeded.");

    private final int code;
    private final String message;

    KakaoSendRefusal(int code, String message) {
        this.code = code;
        this.message = message;
    }

    int code() {
        return code;
    }

    String message() {
        return message;
    }

    Refusal refuse() {
        return new Refusal(KakaoErrors.error(400, code, message));
    }
}
