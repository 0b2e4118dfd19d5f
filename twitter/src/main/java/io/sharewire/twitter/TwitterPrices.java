package io.sharewire.twitter;

import io.sharewire.Cost;
import io.sharewire.Media;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * What X charges an app for what a draft makes. X takes it from prepaid credits, and changes it now and then.
 *
 * @param post for a post without a link
 * @param postWithLink for a post in which X sees a link, a bare {@code example.com} included
 * @param description for the description of one file
 */
public record TwitterPrices(Cost post, Cost postWithLink, Cost description) {

    /** The published prices of 2026-04-20: 0.015 USD, 0.200 USD with a link, 0.005 USD a description. */
    public static TwitterPrices published() {
        return new TwitterPrices(Cost.usd("0.015"), Cost.usd("0.200"), Cost.usd("0.005"));
    }

    /** Whether all are in one currency. */
    boolean isOneCurrency() {
        return post.currency().equals(postWithLink.currency())
                && post.currency().equals(description.currency());
    }

    /** What posts of these texts cost, with these files. */
    Cost of(List<String> texts, List<Media> files) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String text : texts) {
            sum = sum.add((TwitterUrls.in(text).isEmpty() ? post : postWithLink).amount());
        }
        long described = files.stream().map(Media::alt).filter(Objects::nonNull).count();
        return new Cost(sum.add(description.amount().multiply(BigDecimal.valueOf(described))), post.currency());
    }
}
