package io.sharewire.kakao;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Validation;
import org.jspecify.annotations.Nullable;

/**
 * What a thing costs, in whole units of its currency.
 *
 * @param regularPrice the usual price
 * @param discountPrice the price for now; null for none
 * @param discountRate by how much it is lower, in per cent; null if not told
 * @param fixedDiscountPrice by how much it is lower, in money; null if not told
 * @param productName what it is; null if not told
 * @param currencyUnit e.g. {@code 원}; null for Kakao's default
 * @param currencyUnitPosition 0 behind the price, 1 before it; null for behind
 */
public record KakaoPrice(
        @JsonProperty("regular_price") int regularPrice,
        @JsonProperty("discount_price") @Nullable Integer discountPrice,
        @JsonProperty("discount_rate") @Nullable Integer discountRate,
        @JsonProperty("fixed_discount_price") @Nullable Integer fixedDiscountPrice,
        @JsonProperty("product_name") @Nullable String productName,
        @JsonProperty("currency_unit") @Nullable String currencyUnit,
        @JsonProperty("currency_unit_position") @Nullable Integer currencyUnitPosition) {

    /** Checks the numbers. */
    public KakaoPrice {
        new Validation("KakaoPrice")
                .check(regularPrice >= 0, "regularPrice must not be below 0, not " + regularPrice)
                .check(
                        discountPrice == null || discountPrice >= 0,
                        "discountPrice must not be below 0, not " + discountPrice)
                .check(
                        discountRate == null || (discountRate >= 0 && discountRate <= 100),
                        "discountRate must be 0 to 100 per cent, not " + discountRate)
                .check(
                        fixedDiscountPrice == null || fixedDiscountPrice >= 0,
                        "fixedDiscountPrice must not be below 0, not " + fixedDiscountPrice)
                .check(productName == null || !productName.isBlank(), "productName must be left out rather than blank")
                .check(
                        currencyUnit == null || !currencyUnit.isBlank(),
                        "currencyUnit must be left out rather than blank")
                .check(
                        currencyUnitPosition == null || currencyUnitPosition == 0 || currencyUnitPosition == 1,
                        "currencyUnitPosition must be 0 (behind the price) or 1 (before it), not "
                                + currencyUnitPosition)
                .orThrow();
    }

    /** A usual price. */
    public static KakaoPrice of(int regularPrice) {
        return new KakaoPrice(regularPrice, null, null, null, null, null, null);
    }

    /** The same with the name of the thing. */
    public KakaoPrice withProductName(String name) {
        return new KakaoPrice(
                regularPrice,
                discountPrice,
                discountRate,
                fixedDiscountPrice,
                name,
                currencyUnit,
                currencyUnitPosition);
    }

    /** The same at another price for now, so many per cent lower. */
    public KakaoPrice withDiscountRate(int price, int perCent) {
        return new KakaoPrice(regularPrice, price, perCent, null, productName, currencyUnit, currencyUnitPosition);
    }

    /** The same at another price for now, so much lower. */
    public KakaoPrice withFixedDiscount(int price, int lowerBy) {
        return new KakaoPrice(regularPrice, price, null, lowerBy, productName, currencyUnit, currencyUnitPosition);
    }

    /** The same with the currency's sign behind the price. */
    public KakaoPrice withCurrencyBehind(String unit) {
        return new KakaoPrice(regularPrice, discountPrice, discountRate, fixedDiscountPrice, productName, unit, 0);
    }

    /** The same with the currency's sign before the price. */
    public KakaoPrice withCurrencyBefore(String unit) {
        return new KakaoPrice(regularPrice, discountPrice, discountRate, fixedDiscountPrice, productName, unit, 1);
    }
}
