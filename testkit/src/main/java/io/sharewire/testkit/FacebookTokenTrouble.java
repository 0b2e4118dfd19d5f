package io.sharewire.testkit;

/** Why Facebook no longer takes a token; each has a subcode of its own under error 190. */
public enum FacebookTokenTrouble {
    /** Its time is over. */
    EXPIRED(463, ""),

    /** The person has changed the password. */
    PASSWORD_CHANGED(
            460,
            "Error validating access token: The session has been invalidated because the user changed their password or"
                    + " Facebook has changed the session for security reasons."),

    /** The person has removed the app. */
    APP_REMOVED(
            458, "Error validating access token: The user has not authorized application " + FacebookTokens.APP + "."),

    /** The person has lost the role on the Page. */
    ROLE_LOST(
            492,
            "Error validating access token: The user must be an administrator, editor, or moderator of the page in order"
                    + " to impersonate it.");

    private final int subcode;
    private final String message;

    FacebookTokenTrouble(int subcode, String message) {
        this.subcode = subcode;
        this.message = message;
    }

    int subcode() {
        return subcode;
    }

    String message() {
        return message;
    }
}
