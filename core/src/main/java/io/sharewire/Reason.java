package io.sharewire;

/** Why a share is proven not to have been published. */
public enum Reason {
    /** The platform or the draft does not allow this content; it must be changed. */
    INVALID_CONTENT,
    /** The platform has the same content already. */
    DUPLICATE,
    /** The account must be connected again. */
    UNAUTHORIZED,
    /** A permission or the configuration is missing; somebody must change it on the platform. */
    FORBIDDEN,
    /** Too fast: may be sent again after a while. */
    RATE_LIMITED,
    /** A quota or a budget is used up: may be sent again in the next period. */
    QUOTA_EXHAUSTED,
    /** The platform could not be reached or refused to work, and is known not to have executed the request. */
    UNAVAILABLE,
    /** The channel cannot do this. */
    UNSUPPORTED
}
