package io.sharewire.testkit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A person with a Kakao account, as the app meets them.
 *
 * <p>At first the person has logged in to the app, consented to all it asks for, uses KakaoTalk, can be seen and takes
 * messages. Each setter returns this object. Safe for use by many threads.
 */
public final class KakaoPerson {

    private final long id;
    private final String nickname;
    private final Instant since;
    private final Set<String> consents = new LinkedHashSet<>(KakaoApp.SCOPES);
    volatile boolean connected = true;
    volatile boolean usesTalk = true;
    volatile boolean visible = true;
    volatile boolean blocking;
    volatile boolean member;

    KakaoPerson(long id, String nickname, Instant since) {
        this.id = id;
        this.nickname = nickname;
        this.since = since;
    }

    /** The number of the person in this app. */
    public long id() {
        return id;
    }

    /** The name that friends see. */
    public String nickname() {
        return nickname;
    }

    /** What stands for the person among receivers; good in this app alone. */
    public String uuid() {
        return "sandbox-uuid-" + id;
    }

    /** What stands for the person among receivers in another app. */
    public String uuidInOtherApp() {
        return "other-app-uuid-" + id;
    }

    /** Whether the person has logged in to the app and not unlinked it. */
    public KakaoPerson connected(boolean yes) {
        connected = yes;
        return this;
    }

    /** Whether the account belongs to a user of KakaoTalk. */
    public KakaoPerson usesTalk(boolean yes) {
        usesTalk = yes;
        return this;
    }

    /** Whether friends see the profile, which is not hidden from them. */
    public KakaoPerson visible(boolean yes) {
        visible = yes;
        return this;
    }

    /** Whether the person refuses messages of apps. */
    public KakaoPerson blocksMessages(boolean yes) {
        blocking = yes;
        return this;
    }

    /** Whether the person is a member of the app's team, whom it reaches without permission. */
    public KakaoPerson member(boolean yes) {
        member = yes;
        return this;
    }

    /** Sets what the person has consented to, and nothing else: {@code talk_message}, {@code friends} and more. */
    public synchronized KakaoPerson consents(String... scopes) {
        consents.clear();
        consents.addAll(Arrays.asList(scopes));
        return this;
    }

    /** Since when the person is linked to the app. */
    Instant since() {
        return since;
    }

    synchronized boolean hasConsented(String scope) {
        return consents.contains(scope);
    }

    synchronized Set<String> consented() {
        return new LinkedHashSet<>(consents);
    }

    synchronized void consent(Collection<String> scopes) {
        consents.addAll(scopes);
    }

    synchronized void withdraw(Collection<String> scopes) {
        consents.removeAll(scopes);
    }
}
