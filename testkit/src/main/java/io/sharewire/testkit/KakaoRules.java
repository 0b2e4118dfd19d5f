package io.sharewire.testkit;

import java.time.Duration;

/**
 * What the Kakao simulator does where the platform's behaviour is not documented, or depends on the app.
 *
 * <p>Each setter returns this object; {@link KakaoSimulator#reset()} brings all values back. Safe for use by many
 * threads.
 */
public final class KakaoRules {

    volatile boolean cutLongText;
    volatile boolean rejectForeignLinks;
    volatile boolean takeJsonBodies;
    volatile boolean unpermittedIsParameter;
    volatile boolean memosCountAsPair;
    volatile boolean failedSendsCount;
    volatile int senderDaily;
    volatile int receiverDaily;
    volatile int pairDaily;
    volatile int messagesDaily;
    volatile int sharesDaily;
    volatile int tokenLimitStatus;
    volatile int invalidClientStatus;
    volatile int friendsPage;
    volatile Duration codeLife = Duration.ZERO;
    volatile Duration friendsCache = Duration.ZERO;
    volatile Duration imageRetention = Duration.ZERO;
    volatile Duration scrapCache = Duration.ZERO;
    volatile Duration webhookPatience = Duration.ZERO;
    volatile int webhookAttempts;
    volatile boolean webhookForm;

    KakaoRules() {
        reset();
    }

    void reset() {
        cutLongText(false).rejectForeignLinks(false).takeJsonBodies(false);
        unpermittedIsParameter(false).memosCountAsPair(false).failedSendsCount(false);
        senderDaily(100).receiverDaily(100).pairDaily(20).messagesDaily(30_000).sharesDaily(30_000);
        tokenLimitStatus(400).invalidClientStatus(401).codeLife(Duration.ofMinutes(10));
        friendsPage(10).friendsCache(Duration.ofMinutes(10));
        imageRetention(Duration.ofDays(20)).scrapCache(Duration.ofHours(1));
        webhookPatience(Duration.ofSeconds(3)).webhookAttempts(1).webhookForm(false);
    }

    /** Whether a text over 200 characters is cut and not refused with -2; at first it is refused. */
    public KakaoRules cutLongText(boolean yes) {
        cutLongText = yes;
        return this;
    }

    /**
     * Whether a message with a link outside {@link KakaoApp#productLinks} is refused with -2; at first it is delivered
     * with the link led to the default domain.
     */
    public KakaoRules rejectForeignLinks(boolean yes) {
        rejectForeignLinks = yes;
        return this;
    }

    /** Whether kapi takes parameters as a JSON object too; at first it refuses all but forms with -2. */
    public KakaoRules takeJsonBodies(boolean yes) {
        takeJsonBodies = yes;
        return this;
    }

    /** Whether an app without permission is refused with -2 "Not allowed…" and not with -5; at first with -5. */
    public KakaoRules unpermittedIsParameter(boolean yes) {
        unpermittedIsParameter = yes;
        return this;
    }

    /** Whether messages to oneself count for the sender and receiver pair as well; at first they do not. */
    public KakaoRules memosCountAsPair(boolean yes) {
        memosCountAsPair = yes;
        return this;
    }

    /** Whether messages that did not reach their receiver use up the sender's day; at first they do not. */
    public KakaoRules failedSendsCount(boolean yes) {
        failedSendsCount = yes;
        return this;
    }

    /** How many messages a person may send in a day of Korea; at first 100. */
    public KakaoRules senderDaily(int messages) {
        senderDaily = messages;
        return this;
    }

    /** How many messages a person may be sent in a day of Korea; at first 100. */
    public KakaoRules receiverDaily(int messages) {
        receiverDaily = messages;
        return this;
    }

    /** How many messages a person may send to one other in a day of Korea; at first 20. */
    public KakaoRules pairDaily(int messages) {
        pairDaily = messages;
        return this;
    }

    /** How many send calls of the app succeed in a day of Korea; at first 30,000. */
    public KakaoRules messagesDaily(int calls) {
        messagesDaily = calls;
        return this;
    }

    /** How many shares the app has in a day of Korea; at first 30,000. */
    public KakaoRules sharesDaily(int shares) {
        sharesDaily = shares;
        return this;
    }

    /** The status of KOE237, too many tokens: 400, as at first, or 429. */
    public KakaoRules tokenLimitStatus(int status) {
        tokenLimitStatus = status;
        return this;
    }

    /** The status of KOE010 and KOE101, a wrong secret or key: 401, as at first, or 400. */
    public KakaoRules invalidClientStatus(int status) {
        invalidClientStatus = status;
        return this;
    }

    /** For how long an authorization code is good; at first 10 minutes. */
    public KakaoRules codeLife(Duration life) {
        codeLife = life;
        return this;
    }

    /** How many friends a page of the list has if the call does not say; at first 10, in older guides 100. */
    public KakaoRules friendsPage(int friends) {
        friendsPage = friends;
        return this;
    }

    /** For how long a person's list of friends is answered as it was; at first 10 minutes. */
    public KakaoRules friendsCache(Duration time) {
        friendsCache = time;
        return this;
    }

    /** For how long an uploaded picture is kept; at first 20 days, in newer guides 100. */
    public KakaoRules imageRetention(Duration time) {
        imageRetention = time;
        return this;
    }

    /** For how long a page that was read is not read again; at first an hour. */
    public KakaoRules scrapCache(Duration time) {
        scrapCache = time;
        return this;
    }

    /** How long the webhook waits for an answer; at first 3 seconds. */
    public KakaoRules webhookPatience(Duration time) {
        webhookPatience = time;
        return this;
    }

    /** How often the webhook calls until it is answered with 2xx, each time under the same id; at first once. */
    public KakaoRules webhookAttempts(int attempts) {
        webhookAttempts = attempts;
        return this;
    }

    /** Whether a webhook by POST sends a form and not a JSON object; at first JSON. */
    public KakaoRules webhookForm(boolean yes) {
        webhookForm = yes;
        return this;
    }
}
