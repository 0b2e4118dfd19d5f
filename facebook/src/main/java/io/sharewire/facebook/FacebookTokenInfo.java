package io.sharewire.facebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sharewire.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code debug_token} tells of a token; the status is 200 for a dead one too. */
record FacebookTokenInfo(@Nullable Data data, @Nullable FacebookError error) {

    /** Both are needed to post and to read back. */
    private static final List<String> NEEDED = List.of("pages_manage_posts", "pages_read_engagement");

    private static final Duration NOTICE = Duration.ofDays(14);

    /**
     * The token. Times are in seconds since 1970; 0 is for ever.
     *
     * @param profileId the Page of a Page's token, where it is told
     */
    record Data(
            @Nullable String type,
            @JsonProperty("is_valid") boolean valid,
            @JsonProperty("expires_at") long expiresAt,
            @JsonProperty("data_access_expires_at") long dataAccessExpiresAt,
            @Nullable Set<String> scopes,
            @JsonProperty("granular_scopes") @Nullable List<Granular> granular,
            @JsonProperty("profile_id") @Nullable String profileId,
            @Nullable Trouble error) {

        /** What keeps this token from posting to the Page, or soon will. */
        List<Problem> problems(String pageId, Instant now) {
            if (!valid) {
                String why = error == null || error.message() == null ? "" : " " + error.message();
                return List.of(Problem.error(
                        "TOKEN_INVALID",
                        "Facebook does not take the token any more." + why,
                        "Connect the Page again."));
            }
            if (!"PAGE".equals(type)) {
                return List.of(Problem.error(
                        "NOT_A_PAGE_TOKEN",
                        "This is a token of type " + type + "; only a Page's own token can post.",
                        "Take the Page's token from FacebookLogin.accounts, not the person's."));
            }
            List<Problem> problems = new ArrayList<>();
            if (profileId != null && !profileId.equals(pageId)) {
                problems.add(Problem.error(
                        "OTHER_PAGE",
                        "The token is of the Page " + profileId + ", not of " + pageId + ".",
                        "Set the page id " + profileId + ", or take the other Page's token."));
            }
            NEEDED.forEach(scope -> checkScope(scope, pageId, problems));
            checkTime("TOKEN_EXPIRES", "The token", expiresAt, now, problems);
            checkTime(
                    "DATA_ACCESS_EXPIRES", "The app's access to the person's data", dataAccessExpiresAt, now, problems);
            return problems;
        }

        private void checkScope(String scope, String pageId, List<Problem> problems) {
            if (scopes == null || !scopes.contains(scope)) {
                problems.add(Problem.error(
                        "SCOPE_MISSING",
                        "The token lacks the permission " + scope + ".",
                        "Log in again and grant " + scope + "."));
            } else if (granular != null
                    && granular.stream()
                            .anyMatch(granted -> scope.equals(granted.scope()) && granted.excludes(pageId))) {
                problems.add(Problem.error(
                        "PAGE_NOT_GRANTED",
                        "The permission " + scope + " was granted for other Pages than " + pageId + ".",
                        "Log in again and tick this Page in the dialog."));
            }
        }

        private static void checkTime(String code, String what, long at, Instant now, List<Problem> problems) {
            Instant end = Instant.ofEpochSecond(at);
            if (at > 0 && end.isBefore(now.plus(NOTICE))) {
                problems.add(Problem.warning(code, what + " ends at " + end + ".", "Log in again before that."));
            }
        }
    }

    /** A permission that was granted for some Pages; without a list for all of them. */
    record Granular(
            @Nullable String scope,
            @JsonProperty("target_ids") @Nullable List<String> targetIds) {

        boolean excludes(String pageId) {
            return targetIds != null && !targetIds.isEmpty() && !targetIds.contains(pageId);
        }
    }

    record Trouble(int code, int subcode, @Nullable String message) {}
}
