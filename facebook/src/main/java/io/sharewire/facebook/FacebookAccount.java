package io.sharewire.facebook;

import io.sharewire.Problem;
import io.sharewire.Secret;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Page that a person manages, as told by {@code /me/accounts}. Prints no credential.
 *
 * @param pageId the Page's numeric id
 * @param name the Page's name
 * @param accessToken the Page's own token; null if the Page was not ticked in the dialog. From a long-lived token of the
 *     person it has no expiry, but dies with the person's password, role or consent
 * @param tasks what the person may do on the Page, such as {@code CREATE_CONTENT}
 */
public record FacebookAccount(
        String pageId, String name, @Nullable Secret accessToken, Set<String> tasks) {

    private static final Set<String> CREATES = Set.of("CREATE_CONTENT", "PROFILE_PLUS_CREATE_CONTENT");

    /** Takes a copy. */
    public FacebookAccount {
        tasks = Set.copyOf(tasks);
    }

    /** What keeps the newsroom from posting to this Page; empty if nothing does. */
    public Optional<Problem> problem() {
        if (accessToken == null) {
            return Optional.of(Problem.error(
                    "PAGE_WITHOUT_TOKEN",
                    "Facebook gave no token of the Page " + name + " (" + pageId + ").",
                    "Log in again and tick this Page in the dialog."));
        } else if (tasks.stream().noneMatch(CREATES::contains)) {
            return Optional.of(Problem.error(
                    "TASK_MISSING",
                    "The person may not create content on the Page " + name + " (" + pageId + ").",
                    "Give the person the task to create content, or log in as somebody who has it."));
        }
        return Optional.empty();
    }
}
