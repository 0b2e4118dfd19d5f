package io.sharewire.mail;

import io.sharewire.Secret;
import java.util.function.Supplier;

/**
 * The account at the mail server.
 *
 * @param secret the password, or the access token that is valid now; asked once per connection
 * @param isOAuth whether it is an access token (XOAUTH2)
 */
record MailLogin(String user, Supplier<Secret> secret, boolean isOAuth) {

    @Override
    public String toString() {
        return "MailLogin[" + user + (isOAuth ? ", XOAUTH2]" : "]");
    }
}
