package io.sharewire.testkit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lies in the chats: every message that was delivered, in order. */
final class KakaoChats {

    private final Clock clock;
    private final KakaoApp app;
    private final List<SimulatedPost> messages = new ArrayList<>();
    private final Map<String, KakaoTemplate> templates = new HashMap<>();
    private final List<KakaoReplacedLink> replaced = new ArrayList<>();
    private int last;

    KakaoChats(Clock clock, KakaoApp app) {
        this.clock = clock;
        this.app = app;
    }

    void clear() {
        messages.clear();
        templates.clear();
        replaced.clear();
        last = 0;
    }

    List<SimulatedPost> messages() {
        return List.copyOf(messages);
    }

    /** What the message with this id holds. */
    Optional<KakaoTemplate> template(String id) {
        return Optional.ofNullable(templates.get(id));
    }

    List<KakaoReplacedLink> replacedLinks() {
        return List.copyOf(replaced);
    }

    /** Lays a message into this chat of this person; links to foreign domains lead to the default one. */
    void deliver(KakaoTemplate template, KakaoChat chat, String to) {
        String id = "message-" + ++last;
        Map<String, String> details = new LinkedHashMap<>();
        details.put("chat", chat.wireName());
        details.put("to", to);
        for (String link : new LinkedHashSet<>(template.links())) {
            if (!app.productLinks.covers(link)) {
                replaced.add(new KakaoReplacedLink(id, link, app.productLinks.ledHome(link)));
                details.put("link replaced", link);
            }
        }
        KakaoTemplate delivered =
                template.withLinks(link -> app.productLinks.covers(link) ? link : app.productLinks.ledHome(link));
        templates.put(id, delivered);
        messages.add(delivered.asSeen(id, clock.instant(), details));
    }
}
