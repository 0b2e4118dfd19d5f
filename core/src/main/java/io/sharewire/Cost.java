package io.sharewire;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What sending a draft is expected to cost, by the platform's published price.
 *
 * @param amount in units of the currency, e.g. {@code 0.200}
 * @param currency ISO 4217
 */
public record Cost(BigDecimal amount, Currency currency) {

    /** An amount in US dollars, e.g. {@code usd("0.200")}. */
    public static Cost usd(String amount) {
        return new Cost(new BigDecimal(amount), Currency.getInstance("USD"));
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
