package io.sharewire.mail;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;

/** What a program without the DKIM library sees; started with a class path of its own. */
final class WithoutDkim {

    private WithoutDkim() {}

    public static void main(String[] args) throws GeneralSecurityException {
        MailTarget target = MailTarget.of(Samples.settings(2525).build());
        System.out.println(target.draft(Samples.share()).refusal().isEmpty() ? "unsigned: fine" : "unsigned: refused");
        MailDkim dkim = MailDkim.of(
                "news.example",
                "s2026",
                KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
        try {
            Samples.settings(2525).dkim(dkim).build();
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
