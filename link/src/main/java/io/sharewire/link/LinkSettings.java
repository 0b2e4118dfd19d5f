package io.sharewire.link;

import io.sharewire.Validation;

/** Settings of the link channel; all have defaults. Immutable and thread-safe. */
public final class LinkSettings {

    private final String name;
    private final String campaign;

    private LinkSettings(Builder builder) {
        this.name = builder.name;
        this.campaign = builder.campaign;
    }

    /** The defaults. */
    public static LinkSettings defaults() {
        return builder().build();
    }

    /** Starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from these settings. */
    public Builder toBuilder() {
        return builder().name(name).campaign(campaign);
    }

    /** The target's name; default {@code link}. */
    public String name() {
        return name;
    }

    /** The campaign of shares that have none of their own; default {@code share}. */
    public String campaign() {
        return campaign;
    }

    @Override
    public String toString() {
        return "LinkSettings[" + name + ", " + campaign + "]";
    }

    /** Collects settings; not thread-safe. */
    public static final class Builder {

        private String name = "link";
        private String campaign = "share";

        private Builder() {}

        /** See {@link LinkSettings#name}. */
        public Builder name(String unique) {
            name = unique.strip();
            return this;
        }

        /** See {@link LinkSettings#campaign}. */
        public Builder campaign(String slug) {
            campaign = slug.strip();
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException with everything that is wrong
         */
        public LinkSettings build() {
            new Validation("LinkSettings")
                    .required("name", name)
                    .required("campaign", campaign)
                    .orThrow();
            return new LinkSettings(this);
        }
    }
}
