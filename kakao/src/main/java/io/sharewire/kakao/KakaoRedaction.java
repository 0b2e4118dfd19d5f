package io.sharewire.kakao;

import io.sharewire.http.Redaction;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of Kakao's messages what they echo: app keys ({@code appKey(…)}), the server's address ({@code callerIp=…})
 * and the whole template ({@code stringToParse=…} to the end).
 */
final class KakaoRedaction {

    private static final Pattern APP_KEY = Pattern.compile("(?i)(app_?key\\s*[(=:]\\s*)[^)\\s,;]+");
    private static final Pattern CALLER_IP = Pattern.compile("(?i)(caller_?ip\\s*[(=:]\\s*)[^)\\s,;]+");
    private static final Pattern TEMPLATE = Pattern.compile("(?s)((?:stringToParse|paramString)=).*");

    private KakaoRedaction() {}

    /** The token that was sent is taken out of every answer by the client that sent it. */
    static String redact(String message) {
        String clean = Redaction.redact(message, List.of());
        clean = APP_KEY.matcher(clean).replaceAll("$1***");
        clean = CALLER_IP.matcher(clean).replaceAll("$1***");
        return TEMPLATE.matcher(clean).replaceAll("$1***");
    }
}
