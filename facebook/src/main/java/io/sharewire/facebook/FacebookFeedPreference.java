package io.sharewire.facebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Validation;
import io.sharewire.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In whose feeds a post is rather shown ({@code feed_targeting}); everybody can still see it.
 *
 * @param countries ISO 3166 codes such as {@code KR}; empty for everywhere
 * @param locales Facebook's numbers for languages; empty for all
 * @param minAge 13 or more; null for any
 * @param maxAge 65 or less; null for any
 */
public record FacebookFeedPreference(
        List<String> countries,
        List<Integer> locales,
        @Nullable Integer minAge,
        @Nullable Integer maxAge) {

    /** Checks countries and ages. */
    public FacebookFeedPreference {
        countries = List.copyOf(countries);
        locales = List.copyOf(locales);
        new Validation("FacebookFeedPreference")
                .check(
                        !(countries.isEmpty() && locales.isEmpty() && minAge == null && maxAge == null),
                        "a country, a locale or an age is required")
                .check(
                        FacebookAudience.areCountries(countries),
                        "countries must be codes of two capital letters, not " + countries)
                .check(locales.stream().allMatch(locale -> locale > 0), "locales must be above 0, not " + locales)
                .check(minAge == null || minAge >= 13, "minAge must be 13 or more, not " + minAge)
                .check(maxAge == null || maxAge <= 65, "maxAge must be 65 or less, not " + maxAge)
                .check(
                        minAge == null || maxAge == null || minAge <= maxAge,
                        "minAge must not be above maxAge, not " + minAge + " and " + maxAge)
                .orThrow();
    }

    /** People in these countries. */
    public static FacebookFeedPreference in(String... countries) {
        return new FacebookFeedPreference(List.of(countries), List.of(), null, null);
    }

    /** The same people, as far as they read one of these languages. */
    public FacebookFeedPreference withLocales(Integer... numbers) {
        return new FacebookFeedPreference(countries, List.of(numbers), minAge, maxAge);
    }

    /** The same people between these ages. */
    public FacebookFeedPreference withAges(int from, int to) {
        return new FacebookFeedPreference(countries, locales, from, to);
    }

    /** {@code {"geo_locations":{"countries":["KR"]},"locales":[6],"age_min":18,"age_max":65}}. */
    String toJson() {
        return Json.write(
                new Wire(FacebookAudience.places(countries), locales.isEmpty() ? null : locales, minAge, maxAge));
    }

    private record Wire(
            @JsonProperty("geo_locations") @Nullable Map<String, List<String>> places,
            @Nullable List<Integer> locales,
            @JsonProperty("age_min") @Nullable Integer minAge,
            @JsonProperty("age_max") @Nullable Integer maxAge) {}
}
