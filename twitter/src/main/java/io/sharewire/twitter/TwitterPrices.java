package io.sharewire.twitter;

import io.sharewire.Cost;

/**
 * What X charges an app for creating one post. X takes it from prepaid credits, and changes it now and then.
 *
 * @param post for a post without a link
 * @param postWithLink for a post in which X sees a link, a bare {@code example.com} included
 */
public record TwitterPrices(Cost post, Cost postWithLink) {

    /** The published prices of 2026-04-20: 0.015 USD, and 0.200 USD with a link. */
    public static TwitterPrices published() {
        return new TwitterPrices(Cost.usd("0.015"), Cost.usd("0.200"));
    }
}
