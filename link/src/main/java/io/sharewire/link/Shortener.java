package io.sharewire.link;

import io.sharewire.Channel;
import io.sharewire.Problem;
import io.sharewire.Share;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes short links: Bitly, TinyURL, YOURLS, Shlink, Kutt, Rebrandly, or your own.
 *
 * <p>A shortener never fails a share. If it cannot be reached, refuses or does not answer in time, the long link is used
 * and a warning tells why. The same link asked for twice is one short link, also if the first answer was lost: each
 * service is asked in the way that lets it find again what it has made. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Shortener {

    /**
     * The short link for {@code url}, or {@code url} itself with a warning. Asks the service; blocks for its answer.
     *
     * @param url the link as it is to be shared, campaign tags included
     * @param title what the link is listed under at services that keep a title; may be empty
     * @throws IllegalArgumentException if {@code url} is not an http(s) address
     */
    ShortLink shorten(String url, String title);

    /**
     * The share with a short link for each of these channels: done before drafting, so that the preview shows what goes
     * out. Channels that got none keep their long link. Leave out channels that have a link prepared already.
     */
    default ShortenedShare shorten(Share share, Channel... channels) {
        Share shortened = share;
        Map<Channel, Problem> warnings = new LinkedHashMap<>();
        for (Channel channel : channels) {
            ShortLink link = shorten(share.link(channel), share.article().title());
            if (link.warning() == null) {
                shortened = shortened.withLink(channel, link.url());
            } else {
                warnings.put(channel, link.warning());
            }
        }
        return new ShortenedShare(shortened, warnings);
    }

    /** A shortener that remembers its last 10,000 links in memory. */
    static Shortener of(ShortenerSettings settings) {
        return of(settings, ShortLinkStore.inMemory(10_000));
    }

    /** A shortener that looks into {@code store} before it asks the service, and keeps there what it got. */
    static Shortener of(ShortenerSettings settings, ShortLinkStore store) {
        return new RememberingShortener(
                settings.service().id(), settings.domain(), store, ServiceShortener.of(settings, Clock.systemUTC()));
    }
}
