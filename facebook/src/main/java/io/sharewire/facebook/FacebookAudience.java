package io.sharewire.facebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Validation;
import io.sharewire.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may see a post at all ({@code targeting}): nobody else will, not even on the Page.
 *
 * @param countries ISO 3166 codes such as {@code KR}; empty for everywhere
 * @param minAge 13, 15, 18, 21 or 25; null for any age
 */
public record FacebookAudience(
        List<String> countries, @Nullable Integer minAge) {

    private static final Set<Integer> AGES = Set.of(13, 15, 18, 21, 25);

    /** Checks countries and age. */
    public FacebookAudience {
        countries = List.copyOf(countries);
        new Validation("FacebookAudience")
                .check(!countries.isEmpty() || minAge != null, "a country or an age is required")
                .check(areCountries(countries), "countries must be codes of two capital letters, not " + countries)
                .check(minAge == null || AGES.contains(minAge), "minAge must be 13, 15, 18, 21 or 25, not " + minAge)
                .orThrow();
    }

    /** People in these countries. */
    public static FacebookAudience in(String... countries) {
        return new FacebookAudience(List.of(countries), null);
    }

    /** The same people from this age on. */
    public FacebookAudience from(int age) {
        return new FacebookAudience(countries, age);
    }

    static boolean areCountries(List<String> codes) {
        return codes.stream().allMatch(code -> code.matches("[A-Z]{2}"));
    }

    /** {@code {"geo_locations":{"countries":["KR"]},"age_min":18}}. */
    String toJson() {
        return Json.write(new Wire(places(countries), minAge));
    }

    static @Nullable Map<String, List<String>> places(List<String> countries) {
        return countries.isEmpty() ? null : Map.of("countries", countries);
    }

    private record Wire(
            @JsonProperty("geo_locations") @Nullable Map<String, List<String>> places,
            @JsonProperty("age_min") @Nullable Integer minAge) {}
}
