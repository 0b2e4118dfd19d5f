package io.sharewire.testkit;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A user of the platform.
 *
 * @param id the numeric id
 * @param username the name without the {@code @}
 * @param name the name shown
 */
record TwitterAccount(String id, String username, String name) {

    /** Whose token {@link TwitterSimulator#token()} is. */
    static final TwitterAccount NEWS = new TwitterAccount("2244994945", "sandboxnews", "Sandbox News");

    /** Somebody else, who gave the same app a token. */
    static final TwitterAccount OTHER = new TwitterAccount("783214", "otherdesk", "Other Desk");

    static Optional<TwitterAccount> byId(String id) {
        return Stream.of(NEWS, OTHER).filter(account -> account.id.equals(id)).findFirst();
    }
}
