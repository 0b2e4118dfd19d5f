package io.sharewire.link;

import io.sharewire.url.CanonicalUrl;

/** A shortener that does not ask twice. Only what was made is remembered: a failure may be over the next time. */
record RememberingShortener(String service, String domain, ShortLinkStore store, Shortener shortener)
        implements Shortener {

    @Override
    public ShortLink shorten(String url, String title) {
        ShortLinkStore.Key key = new ShortLinkStore.Key(service, domain, CanonicalUrl.ascii(url));
        return store.get(key).map(known -> ShortLink.made(key.url(), known)).orElseGet(() -> {
            ShortLink link = shortener.shorten(url, title);
            if (link.shortUrl() != null) {
                store.put(key, link.shortUrl());
            }
            return link;
        });
    }
}
