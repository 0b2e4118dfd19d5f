package io.sharewire;

import java.util.List;

/**
 * Builds a channel from settings, for programs that are configured rather than programmed: the command line and the
 * starter. Found by {@link java.util.ServiceLoader}; the library itself takes targets handed over explicitly.
 */
public interface ChannelPlugin {

    /** The channel. */
    Channel channel();

    /** Its place among the others: Facebook 10, Twitter 20, Kakao 30, Mail 40, Link 50. */
    int rank();

    /** Every setting it understands. */
    List<Setting> settings();

    /** Drafts without an account: for previews. What an account would have to tell is told as a problem in the draft. */
    Drafter drafter(PluginSettings settings);

    /**
     * The target.
     *
     * @throws IllegalArgumentException with everything that is missing or wrong
     */
    ShareTarget target(PluginSettings settings);

    /** The reader's button. */
    ShareButton button(PluginSettings settings);

    /** The required settings that have no value; empty if {@link #target} has what it needs. */
    default List<Setting> missing(PluginSettings settings) {
        return settings().stream()
                .filter(Setting::required)
                .filter(setting -> settings.get(setting.name()).isEmpty())
                .toList();
    }

    /**
     * Sees to it that {@link #target} has what it needs.
     *
     * @throws IllegalArgumentException naming every required setting that has no value
     */
    default void requireComplete(PluginSettings settings) {
        Validation validation = new Validation(channel().id());
        missing(settings)
                .forEach(setting -> validation.check(
                        false, settings.key(setting.name()) + " is required (" + setting.description() + ")"));
        validation.orThrow();
    }
}
