package io.sharewire.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Page.
 *
 * @param id its id
 * @param name its name
 * @param token its token; absent if the person did not tick the Page in the login dialog
 * @param tasks what the person may do on it
 */
record FacebookPage(String id, String name, @Nullable String token, List<String> tasks) {

    boolean lets(String task) {
        return tasks.stream().anyMatch(has -> has.equals(task) || has.equals("PROFILE_PLUS_" + task));
    }
}
