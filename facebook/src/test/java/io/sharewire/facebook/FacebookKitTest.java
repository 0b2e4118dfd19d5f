package io.sharewire.facebook;

import io.sharewire.Secret;
import io.sharewire.ShareTarget;
import io.sharewire.testkit.PlatformSimulator;
import io.sharewire.testkit.Sandbox;
import io.sharewire.testkit.ShareTargetKit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class FacebookKitTest extends ShareTargetKit {

    @Override
    protected ShareTarget target(Sandbox at, Duration patience) {
        return FacebookTarget.of(FacebookSettings.builder(
                        at.facebook().pageId(), Secret.of(at.facebook().token()))
                .appSecret(Secret.of(at.facebook().appSecret()))
                .baseUrl(at.facebook().baseUrl())
                .timeout(patience)
                .build());
    }

    @Override
    protected Optional<PlatformSimulator> platform(Sandbox at) {
        return Optional.of(at.facebook());
    }

    @Override
    protected List<String> secrets(Sandbox at) {
        return List.of(at.facebook().token(), at.facebook().appSecret());
    }
}
