package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /v2/api/kakaolink/talk/template/…}: what Kakao's script asks before it opens KakaoTalk on a phone. */
final class KakaoShareTemplates {

    private final KakaoApp app;
    private final KakaoComposer composer;
    private final KakaoQuota quota;

    KakaoShareTemplates(KakaoApp app, KakaoComposer composer, KakaoQuota quota) {
        this.app = app;
        this.composer = composer;
        this.quota = quota;
    }

    /** The message as KakaoTalk takes it, and a template number by which the share page takes it. */
    Answer validate(KakaoComposer.Way way, KakaoInput input) {
        KakaoTemplate template = composer.share(way, input);
        if (quota.isOutOfShares()) {
            throw new Refusal(KakaoErrors.limitExceeded());
        }
        quota.takeShare();
        Long console = template.id();
        ObjectNode json = Json.object().put("template_id", console == null ? composer.remember(template) : console);
        ObjectNode args = json.putObject("template_args");
        if (console != null) {
            input.templateArgs().forEach(args::put);
        }
        ObjectNode message = json.putObject("template_msg");
        ObjectNode content = template.json();
        message.putObject("P").put("TP", content.path("object_type").asText());
        message.set("C", content);
        ObjectNode warnings = json.putObject("warning_msg");
        for (String link : template.links()) {
            if (!app.productLinks.covers(link)) {
                warnings.put(link, "the domain is not registered");
            }
        }
        ObjectNode arguments = json.putObject("argument_msg");
        unknown(console, input).forEach(name -> arguments.put(name, "the template has no such argument"));
        return KakaoErrors.json(200, json);
    }

    private Set<String> unknown(@Nullable Long console, KakaoInput input) {
        Set<String> unknown = new HashSet<>();
        if (console != null) {
            String written = app.template(console)
                    .map(template -> Json.write(template.json()))
                    .orElse("");
            input.templateArgs().keySet().stream()
                    .filter(name -> !written.contains("${" + name + "}"))
                    .forEach(unknown::add);
        }
        return unknown;
    }
}
