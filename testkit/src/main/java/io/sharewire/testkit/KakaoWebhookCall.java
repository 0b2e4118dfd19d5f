package io.sharewire.testkit;

/**
 * One call of the webhook.
 *
 * @param resourceId its {@code X-Kakao-Resource-ID}
 * @param url the address that was called
 * @param status what it answered; 0 if it did not, in the time it had
 */
public record KakaoWebhookCall(String resourceId, String url, int status) {

    /** Whether it was answered with 2xx in time. */
    public boolean succeeded() {
        return status / 100 == 2;
    }
}
