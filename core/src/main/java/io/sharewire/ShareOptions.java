package io.sharewire;

/** What an editor may choose for one channel; each channel has one final implementation. */
public interface ShareOptions {

    /** The channel these options are for. */
    Channel channel();
}
