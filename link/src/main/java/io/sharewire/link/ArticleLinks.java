package io.sharewire.link;

import io.sharewire.Share;
import io.sharewire.url.CanonicalUrl;

/**
 * The two links of an article.
 *
 * @param canonical the address as such: for the page's tags and for readers who copy it
 * @param tracked what the link channel hands out: with campaign tags, or the link prepared for this channel
 */
public record ArticleLinks(String canonical, String tracked) {

    /** The links of one share; its campaign comes before the one in the settings. Pure. */
    public static ArticleLinks of(Share share, LinkSettings settings) {
        Share tagged = share.campaign().isPresent() ? share : share.withCampaign(settings.campaign());
        return new ArticleLinks(CanonicalUrl.of(share.article().url()), tagged.link(LinkTarget.CHANNEL));
    }
}
