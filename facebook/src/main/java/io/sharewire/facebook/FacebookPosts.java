package io.sharewire.facebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of posts. The list ends where {@code paging.next} is absent, not where a page is short. */
record FacebookPosts(
        @Nullable List<FacebookPost> data,
        @Nullable Paging paging,
        @Nullable FacebookError error) {

    record Paging(@Nullable Cursors cursors, @Nullable String next) {}

    record Cursors(@Nullable String after) {}

    List<FacebookPost> posts() {
        return data == null ? List.of() : data;
    }

    /** The cursor of the next page: never its address, which carries the token. */
    @Nullable String next() {
        return paging == null || paging.next == null || paging.cursors == null ? null : paging.cursors.after;
    }
}
