package io.sharewire.link;

import io.sharewire.ShareTarget;
import io.sharewire.testkit.PlatformSimulator;
import io.sharewire.testkit.Sandbox;
import io.sharewire.testkit.ShareTargetKit;
import java.time.Duration;
import java.util.Optional;

class LinkKitTest extends ShareTargetKit {

    @Override
    protected ShareTarget target(Sandbox at, Duration patience) {
        return LinkTarget.of(LinkSettings.defaults());
    }

    /** A link is made, not sent. */
    @Override
    protected Optional<PlatformSimulator> platform(Sandbox at) {
        return Optional.empty();
    }

    @Override
    protected boolean carriesText() {
        return false;
    }
}
