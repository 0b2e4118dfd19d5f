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
        MailServer server = MailServer.builder(at.mail().host())
                .port(at.mail().port())
                .security(MailSecurity.NONE)
                .readTimeout(patience)
                .build();
        return MailTarget.of(MailSettings.builder(server, "Newsdesk <newsdesk@news.example>")
                .to("editor@news.example")
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
