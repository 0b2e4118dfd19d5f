package io.sharewire.mail;

import io.sharewire.ShareTarget;
import io.sharewire.testkit.PlatformSimulator;
import io.sharewire.testkit.Sandbox;
import io.sharewire.testkit.ShareTargetKit;
import java.time.Duration;
import java.util.Optional;

class MailKitTest extends ShareTargetKit {

    @Override
    protected ShareTarget target(Sandbox at, Duration patience) {
        return MailTarget.of(MailSettings.builder(at.mail().host(), "Newsdesk <newsdesk@news.example>")
                .port(at.mail().port())
                .security(MailSecurity.NONE)
                .to("editor@news.example")
                .readTimeout(patience)
                .build());
    }

    @Override
    protected Optional<PlatformSimulator> platform(Sandbox at) {
        return Optional.of(at.mail());
    }

    @Override
    protected boolean canBeRead() {
        return false;
    }
}
