package io.sharewire.kakao;

import io.sharewire.PayloadPart;
import io.sharewire.json.Json;
import io.sharewire.url.PercentEncoding;
import java.util.Map;

/**
 * A message as the Message API takes it: a form, with JSON as the value of a field, percent-encoded once.
 *
 * <p>In a draft, a default template is the JSON of {@code template_object}, so that a preview can be read; the other two
 * are the form itself.
 *
 * @param path the end of the call's path
 * @param body the form
 */
record KakaoForm(String path, String body) {

    static final String TYPE = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    private static final String URL = "request_url=";

    /** What a draft's first part is on the wire. Encoded here and nowhere else: what is encoded twice is refused with -2. */
    static KakaoForm of(PayloadPart message) {
        if (message.type().equals(JSON)) {
            return new KakaoForm("default/send", "template_object=" + PercentEncoding.encode(message.body()));
        }
        return new KakaoForm(message.body().startsWith(URL) ? "scrap/send" : "send", message.body());
    }

    /** The form of a message that Kakao makes from a page. */
    static String scrap(String url, KakaoMessage.Scrap scrap) {
        Long templateId = scrap.templateId();
        return URL + PercentEncoding.encode(url) + (templateId == null ? "" : "&" + template(templateId, scrap.args()));
    }

    /** The form of a message that Kakao makes from a template of its console. */
    static String template(long templateId, Map<String, String> args) {
        return "template_id=" + templateId
                + (args.isEmpty() ? "" : "&template_args=" + PercentEncoding.encode(Json.write(args)));
    }

    /** The same form, to these friends. */
    String to(String receivers) {
        return "receiver_uuids=" + PercentEncoding.encode(receivers) + "&" + body;
    }
}
