package io.sharewire;

/**
 * One setting of a channel, as the command line and the starter document it.
 *
 * @param name below {@code sharewire.<channel>.}, e.g. {@code page-id}
 * @param required whether nothing can be sent without it
 * @param secret whether its value must never be shown
 * @param description what it is, in one line, with its default
 */
public record Setting(String name, boolean required, boolean secret, String description) {

    /** One that is needed. */
    public static Setting required(String name, String description) {
        return new Setting(name, true, false, description);
    }

    /** A credential that is needed. */
    public static Setting requiredSecret(String name, String description) {
        return new Setting(name, true, true, description);
    }

    /** One that has a default. */
    public static Setting optional(String name, String description) {
        return new Setting(name, false, false, description);
    }

    /** A credential that can be left out. */
    public static Setting optionalSecret(String name, String description) {
        return new Setting(name, false, true, description);
    }
}
