package io.sharewire.facebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One page of the Pages of a person. */
record FacebookAccounts(
        @Nullable List<Entry> data,
        FacebookPosts.@Nullable Paging paging,
        @Nullable FacebookError error) {

    /** A Page, by itself as well; without {@code access_token} if it was not ticked in the dialog. */
    record Entry(
            @Nullable String id,
            @Nullable String name,
            @JsonProperty("access_token") @Nullable String accessToken,
            @Nullable Set<String> tasks,
            @Nullable FacebookError error) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Entry[" + id + "]";
        }

        Optional<FacebookAccount> toAccount() {
            return id == null || id.isBlank()
                    ? Optional.empty()
                    : Optional.of(new FacebookAccount(
                            id,
                            name == null ? id : name,
                            accessToken == null || accessToken.isBlank() ? null : Secret.of(accessToken),
                            tasks == null ? Set.of() : tasks));
        }
    }

    /** The cursor of the next page; null if this is the last. */
    @Nullable String next() {
        return new FacebookPosts(null, paging, null).next();
    }
}
