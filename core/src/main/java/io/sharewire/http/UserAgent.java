package io.sharewire.http;

import org.jspecify.annotations.Nullable;

/** How we introduce ourselves to sites that did not ask for us: by name, with an address where to ask. */
final class UserAgent {

    static final String DEFAULT =
            name(UserAgent.class.getPackage().getImplementationVersion()) + " (+https://sharewire.io)";

    private UserAgent() {}

    private static String name(@Nullable String version) {
        return version == null ? "Sharewire" : "Sharewire/" + version;
    }
}
