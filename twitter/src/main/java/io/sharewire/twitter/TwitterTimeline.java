package io.sharewire.twitter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of an account's posts, newest first. An empty one has {@code meta} and no {@code data}. */
record TwitterTimeline(
        @Nullable List<TwitterPost> data, @Nullable Meta meta) {

    record Meta(
            @JsonProperty("result_count") @Nullable Integer resultCount,
            @JsonProperty("next_token") @Nullable String nextToken) {}

    /** Whether this is a page at all; X also answers 200 with nothing but errors. */
    boolean isPage() {
        return data != null || (meta != null && meta.resultCount != null && meta.resultCount == 0);
    }

    List<TwitterPost> posts() {
        return data == null ? List.of() : data;
    }

    @Nullable String next() {
        return meta == null ? null : meta.nextToken;
    }
}
