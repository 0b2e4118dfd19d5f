package io.sharewire.twitter;

import java.util.regex.Pattern;

/** The name of an account, as it stands behind the {@code @}. */
final class ScreenName {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_]{1,15}");

    private ScreenName() {}

    static boolean isValid(String name) {
        return VALID.matcher(name).matches();
    }
}
