package io.sharewire.http;

import io.sharewire.Secret;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Takes credentials out of text that comes from outside before it goes into a result, an exception or a log.
 *
 * <p>Platforms echo what they were sent: a token in an error message, a code in a redirect. Pure and thread-safe.
 */
public final class Redaction {

    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)((?:access_token|appsecret_proof|client_secret|fb_exchange_token|refresh_token|input_token|code"
                    + "|code_verifier|oauth_token|oauth_signature|oauth_consumer_key|password|signature|api_?key)"
                    + "[\"']?\\s*[=:]\\s*[\"']?)[^\\s&,;\"'}]+");
    private static final Pattern SCHEME =
            Pattern.compile("(?i)\\b(Bearer|OAuth|Basic|KakaoAK)\\s+[A-Za-z0-9._~+/=|-]{8,}");

    private Redaction() {}

    /** {@code text} with every known secret and everything that looks like one replaced by {@code ***}. */
    public static String redact(String text, Collection<Secret> secrets) {
        String clean = text;
        for (Secret secret : secrets) {
            clean = clean.replace(secret.reveal(), "***");
        }
        clean = PARAMETER.matcher(clean).replaceAll("$1***");
        return SCHEME.matcher(clean).replaceAll("$1 ***");
    }
}
