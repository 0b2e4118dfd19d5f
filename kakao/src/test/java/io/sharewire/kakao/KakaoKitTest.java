package io.sharewire.kakao;

import io.sharewire.Secret;
import io.sharewire.ShareTarget;
import io.sharewire.testkit.PlatformSimulator;
import io.sharewire.testkit.Sandbox;
import io.sharewire.testkit.ShareTargetKit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class KakaoKitTest extends ShareTargetKit {

    @Override
    protected ShareTarget target(Sandbox at, Duration patience) {
        return KakaoTarget.of(KakaoSettings.builder(Secret.of(at.kakao().token()))
                .baseUrl(at.kakao().baseUrl())
                .timeout(patience)
                .build());
    }

    @Override
    protected Optional<PlatformSimulator> platform(Sandbox at) {
        return Optional.of(at.kakao());
    }

    @Override
    protected List<String> secrets(Sandbox at) {
        return List.of(at.kakao().token());
    }

    /** Kakao gives no way to read messages. */
    @Override
    protected boolean canBeRead() {
        return false;
    }
}
