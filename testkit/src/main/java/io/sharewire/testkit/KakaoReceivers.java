package io.sharewire.testkit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Reads whom a message goes to, and refuses the whole call where one of them is not even possible. */
final class KakaoReceivers {

    private static final int MOST = 5;
    private static final String MALFORMED = "The input receiver id(s) is invalid format.";
    private static final String NOT_ALLOWED = "Not allowed to send a message to some of receivers.";

    private final KakaoApp app;
    private final KakaoRules rules;
    private final KakaoPeople people;

    KakaoReceivers(KakaoApp app, KakaoRules rules, KakaoPeople people) {
        this.app = app;
        this.rules = rules;
        this.people = people;
    }

    List<KakaoPerson> of(KakaoPerson sender, KakaoInput input) {
        String json = input.required("receiver_uuids");
        List<String> uuids = KakaoInput.texts(json).orElseThrow(() -> KakaoErrors.badReceivers(MALFORMED));
        if (uuids.isEmpty()) {
            throw KakaoErrors.badParameter("The Parameter [receiver_uuids] cannot be empty.");
        }
        if (uuids.size() > MOST) {
            throw KakaoErrors.badReceivers("The number of receivers must be " + MOST + " or less.");
        }
        List<KakaoPerson> receivers = new ArrayList<>();
        for (String uuid : new LinkedHashSet<>(uuids)) {
            receivers.add(person(uuid));
        }
        if (receivers.size() > 1 && receivers.contains(sender)) {
            throw KakaoErrors.badParameter(
                    "Cannot contain a receiver who is identical to the sender in multicast mode.");
        }
        boolean beyondTeam = receivers.stream().anyMatch(receiver -> !receiver.equals(sender) && !receiver.member);
        if (!app.permitted && beyondTeam) {
            throw rules.unpermittedIsParameter ? KakaoErrors.badReceivers(NOT_ALLOWED) : KakaoErrors.permissionDenied();
        }
        return receivers;
    }

    private KakaoPerson person(String uuid) {
        if (people.isOfOtherApp(uuid)) {
            throw KakaoErrors.badReceivers(NOT_ALLOWED);
        }
        KakaoPerson person = people.byUuid(uuid).orElseThrow(() -> KakaoErrors.badReceivers(MALFORMED));
        if (!person.connected || !person.hasConsented("friends")) {
            throw KakaoErrors.badReceivers(NOT_ALLOWED);
        }
        return person;
    }
}
