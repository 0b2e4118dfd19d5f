package io.sharewire;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listener around a listener: what the inner one throws is logged and never reaches the sender. */
final class SafeListener implements ShareListener {

    private static final Logger LOG = LoggerFactory.getLogger(ShareListener.class);

    private final ShareListener listener;

    SafeListener(ShareListener listener) {
        this.listener = listener;
    }

    @Override
    public void sending(Draft draft) {
        tell(() -> listener.sending(draft));
    }

    @Override
    public void looking(Draft draft, Duration wait) {
        tell(() -> listener.looking(draft, wait));
    }

    @Override
    public void looked(Draft draft, Lookup lookup) {
        tell(() -> listener.looked(draft, lookup));
    }

    @Override
    public void settled(Draft draft, ShareResult result) {
        tell(() -> listener.settled(draft, result));
    }

    private static void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.warn("a share listener failed; the share goes on", e);
        }
    }
}
