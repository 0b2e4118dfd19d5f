package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends messages to a person's own chat and to friends. */
final class KakaoMessages {

    private final KakaoApp app;
    private final KakaoRules rules;
    private final KakaoPeople people;
    private final KakaoComposer composer;
    private final KakaoReceivers receivers;
    private final KakaoQuota quota;
    private final KakaoChats chats;

    KakaoMessages(
            KakaoApp app,
            KakaoRules rules,
            KakaoPeople people,
            KakaoComposer composer,
            KakaoQuota quota,
            KakaoChats chats) {
        this.app = app;
        this.rules = rules;
        this.people = people;
        this.composer = composer;
        this.quota = quota;
        this.chats = chats;
        receivers = new KakaoReceivers(app, rules, people);
    }

    /** {@code /v2/api/talk/memo/…}: to the sender's own chat. */
    Answer toMe(KakaoPerson sender, KakaoComposer.Way way, KakaoInput input) {
        checkSender(sender);
        KakaoTemplate template = composed(way, input);
        Optional<KakaoSendRefusal> refusal = quota.refusal(sender, sender);
        if (refusal.isPresent()) {
            quota.takeFailed(sender);
            throw refusal.orElseThrow().refuse();
        }
        deliver(sender, sender, template);
        quota.takeMessageCall();
        return KakaoErrors.json(200, Json.object().put("result_code", 0));
    }

    /** {@code /v1/api/talk/friends/message/…}: one receiver fails with an error, of several each by itself. */
    Answer toFriends(KakaoPerson sender, KakaoComposer.Way way, KakaoInput input) {
        checkSender(sender);
        List<KakaoPerson> all = receivers.of(sender, input);
        KakaoTemplate template = composed(way, input);
        List<KakaoPerson> reached = new ArrayList<>();
        Map<KakaoSendRefusal, List<KakaoPerson>> missed = new EnumMap<>(KakaoSendRefusal.class);
        for (KakaoPerson receiver : all) {
            Optional<KakaoSendRefusal> refusal = refusal(sender, receiver);
            if (refusal.isEmpty()) {
                deliver(sender, receiver, template);
                reached.add(receiver);
            } else {
                quota.takeFailed(sender);
                missed.computeIfAbsent(refusal.orElseThrow(), why -> new ArrayList<>())
                        .add(receiver);
            }
        }
        if (all.size() == 1 && reached.isEmpty()) {
            throw missed.keySet().iterator().next().refuse();
        }
        if (!reached.isEmpty()) {
            quota.takeMessageCall();
        }
        return KakaoErrors.json(200, outcome(reached, missed));
    }

    private void checkSender(KakaoPerson sender) {
        if (!sender.usesTalk) {
            throw KakaoSendRefusal.NOT_ON_TALK.refuse();
        }
        if (quota.isOutOfMessages()) {
            throw new Refusal(KakaoErrors.limitExceeded());
        }
    }

    private KakaoTemplate composed(KakaoComposer.Way way, KakaoInput input) {
        KakaoTemplate template = composer.message(way, input);
        if (rules.rejectForeignLinks) {
            for (String link : template.links()) {
                if (!app.productLinks.covers(link)) {
                    throw KakaoErrors.badParameter("the domain of " + link + " is not registered in Product Link");
                }
            }
        }
        return template;
    }

    private Optional<KakaoSendRefusal> refusal(KakaoPerson sender, KakaoPerson receiver) {
        if (!receiver.usesTalk) {
            return Optional.of(KakaoSendRefusal.NOT_ON_TALK);
        }
        boolean self = receiver.equals(sender);
        if (!self && !people.areFriends(sender, receiver)) {
            return Optional.of(KakaoSendRefusal.NOT_A_FRIEND);
        }
        return !self && receiver.blocking ? Optional.of(KakaoSendRefusal.BLOCKED) : quota.refusal(sender, receiver);
    }

    private void deliver(KakaoPerson sender, KakaoPerson receiver, KakaoTemplate template) {
        quota.take(sender, receiver);
        chats.deliver(template, sender.equals(receiver) ? KakaoChat.MEMO : KakaoChat.DIRECT, receiver.nickname());
    }

    private static ObjectNode outcome(List<KakaoPerson> reached, Map<KakaoSendRefusal, List<KakaoPerson>> missed) {
        ObjectNode json = Json.object();
        add(json.putArray("successful_receiver_uuids"), reached);
        if (!missed.isEmpty()) {
            ArrayNode failures = json.putArray("failure_info");
            missed.forEach((why, who) -> add(
                    failures.addObject()
                            .put("code", why.code())
                            .put("msg", why.message())
                            .putArray("receiver_uuids"),
                    who));
        }
        return json;
    }

    private static void add(ArrayNode uuids, List<KakaoPerson> people) {
        people.forEach(person -> uuids.add(person.uuid()));
    }
}
