package io.sharewire.twitter;

import io.sharewire.Secret;
import io.sharewire.ShareTarget;
import io.sharewire.testkit.PlatformSimulator;
import io.sharewire.testkit.Sandbox;
import io.sharewire.testkit.ShareTargetKit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class TwitterKitTest extends ShareTargetKit {

    @Override
    protected ShareTarget target(Sandbox at, Duration patience) {
        return TwitterTarget.of(TwitterSettings.oauth2(Secret.of(at.twitter().token()))
                .baseUrl(at.twitter().baseUrl())
                .timeout(patience)
                .build());
    }

    @Override
    protected Optional<PlatformSimulator> platform(Sandbox at) {
        return Optional.of(at.twitter());
    }

    @Override
    protected List<String> secrets(Sandbox at) {
        return List.of(at.twitter().token());
    }
}
