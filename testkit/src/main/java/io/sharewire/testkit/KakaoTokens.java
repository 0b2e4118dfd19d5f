package io.sharewire.testkit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** The tokens of people for the app: access for six hours, refreshing for sixty days, so many in a while. */
final class KakaoTokens {

    static final String MINE = "sandbox-kakao-access-token";
    static final String MY_REFRESH = "sandbox-kakao-refresh-token";
    static final Duration ACCESS_LIFE = Duration.ofSeconds(21_599);
    static final Duration REFRESH_LIFE = Duration.ofSeconds(5_183_999);

    private static final Duration RENEWAL = Duration.ofDays(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A token as issued.
     *
     * @param person whose it is
     * @param dies when its time is over
     */
    record Token(KakaoPerson person, Instant dies) {}

    /** How much one person was issued of late. */
    private record Issued(RateWindow access, RateWindow refresh) {}

    private final Clock clock;
    private final Map<String, Token> access = new HashMap<>();
    private final Map<String, Token> refresh = new HashMap<>();
    private final Map<Long, Issued> issued = new HashMap<>();

    KakaoTokens(Clock clock) {
        this.clock = clock;
    }

    synchronized void reset(KakaoPerson me) {
        access.clear();
        refresh.clear();
        issued.clear();
        access.put(MINE, new Token(me, Instant.MAX));
        refresh.put(MY_REFRESH, new Token(me, clock.instant().plus(REFRESH_LIFE)));
    }

    /** A token of the person that lasts. */
    synchronized String lasting(KakaoPerson person) {
        String value = MINE + "-" + person.id();
        access.putIfAbsent(value, new Token(person, Instant.MAX));
        return value;
    }

    synchronized Optional<Token> find(String value) {
        return Optional.ofNullable(access.get(value));
    }

    boolean isOver(Token token) {
        return !clock.instant().isBefore(token.dies());
    }

    /** How long a token is good for; one that lasts looks new. */
    Duration left(Token token) {
        return token.dies().equals(Instant.MAX) ? ACCESS_LIFE : Duration.between(clock.instant(), token.dies());
    }

    /** The living refresh token of this value. */
    synchronized Optional<Token> findRefresh(String value) {
        return Optional.ofNullable(refresh.get(value)).filter(token -> !isOver(token));
    }

    boolean isDueForRenewal(Token refreshToken) {
        return left(refreshToken).compareTo(RENEWAL) < 0;
    }

    synchronized boolean hasTooMany(KakaoPerson person, boolean withRefresh) {
        Issued so = issued(person);
        return so.access().isUsedUp() || (withRefresh && so.refresh().isUsedUp());
    }

    synchronized String issueAccess(KakaoPerson person) {
        issued(person).access().take();
        return put(access, "sandbox-access-", person, ACCESS_LIFE);
    }

    synchronized String issueRefresh(KakaoPerson person) {
        issued(person).refresh().take();
        return put(refresh, "sandbox-refresh-", person, REFRESH_LIFE);
    }

    synchronized void endRefresh(String value) {
        refresh.remove(value);
    }

    synchronized void end(String value) {
        access.remove(value);
    }

    synchronized void endAccessOf(KakaoPerson person) {
        access.values().removeIf(token -> token.person().equals(person));
    }

    synchronized void endAllOf(KakaoPerson person) {
        endAccessOf(person);
        refresh.values().removeIf(token -> token.person().equals(person));
    }

    /** Lets the time of a person's access tokens be over. */
    synchronized void expire(KakaoPerson person) {
        access.replaceAll(
                (value, token) -> token.person().equals(person) ? new Token(token.person(), clock.instant()) : token);
    }

    private Issued issued(KakaoPerson person) {
        return issued.computeIfAbsent(
                person.id(),
                id -> new Issued(
                        new RateWindow(20, Duration.ofMinutes(10), clock),
                        new RateWindow(30, Duration.ofMinutes(60), clock)));
    }

    private String put(Map<String, Token> tokens, String prefix, KakaoPerson person, Duration life) {
        String value = random(prefix);
        tokens.put(value, new Token(person, clock.instant().plus(life)));
        return value;
    }

    static String random(String prefix) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }
}
