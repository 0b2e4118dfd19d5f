package io.sharewire.kakao;

import io.sharewire.Draft;
import io.sharewire.Evidence;
import io.sharewire.Pace;
import io.sharewire.PayloadPart;
import io.sharewire.Progress;
import io.sharewire.Receipt;
import io.sharewire.ShareResult;
import io.sharewire.ShareResult.Rejected;
import io.sharewire.ShareResult.Unknown;
import io.sharewire.auth.ReconnectException;
import io.sharewire.http.ApiReply;
import io.sharewire.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sends one draft, to the account itself or to friends, five a call.
 *
 * <p>Kakao tells a failure of one receiver in two ways: with HTTP 400 where there is but one, inside an HTTP 200 where
 * there are several. Both end up the same here. A list goes on past receivers who cannot be reached, and stops at what
 * would refuse them all and at the first doubt.
 */
final class KakaoDelivery {

    /** The most receivers a call takes. */
    static final int CHUNK = 5;

    private final String name;
    private final KakaoClient client;
    private final KakaoErrors errors;
    private final Pace pace;
    private final ReceiverPaces receiverPaces;
    private final Clock clock;

    KakaoDelivery(
            String name, KakaoClient client, KakaoErrors errors, Pace pace, ReceiverPaces receiverPaces, Clock clock) {
        this.name = name;
        this.client = client;
        this.errors = errors;
        this.pace = pace;
        this.receiverPaces = receiverPaces;
        this.clock = clock;
    }

    ShareResult toMe(Draft draft) {
        Instant since = clock.instant();
        Optional<Rejected> held = receiverPaces.refusal(ReceiverPaces.ME, since);
        if (held.isPresent()) {
            return held.get();
        }
        ApiReply reply;
        try {
            reply = client.sendToMe(message(draft));
        } catch (ReconnectException e) {
            return noted(e.toResult());
        }
        ShareResult result = reply.toResult(
                name,
                since,
                answer -> answer.isSuccess() && KakaoAnswer.read(answer.body()).isSent()
                        ? new ShareResult.Shared(receipt(draft, ""))
                        : errors.toResult(answer, since, clock.instant()));
        if (reply instanceof ApiReply.Answer answer
                && KakaoErrors.row(answer).filter(KakaoError::receiver).isPresent()) {
            receiverPaces.observe(ReceiverPaces.ME, result);
            return result;
        }
        return noted(result);
    }

    /** To those of {@code receivers} whom {@code progress} does not list as settled. */
    ShareResult toFriends(Draft draft, List<String> receivers, Progress progress) {
        KakaoRun run = new KakaoRun(receivers.size(), progress, clock.instant());
        Map<Integer, String> chunk = new LinkedHashMap<>();
        List<Integer> open = run.open();
        for (int i = 0; i < open.size() && run.goesOn(); i++) {
            String uuid = receivers.get(open.get(i));
            Optional<Rejected> held = receiverPaces.refusal(uuid, clock.instant());
            if (held.isPresent()) {
                run.refused(open.get(i), uuid, held.get());
            } else {
                chunk.put(open.get(i), uuid);
            }
            if (chunk.size() == CHUNK || (i == open.size() - 1 && !chunk.isEmpty())) {
                send(draft, chunk, run);
                chunk = new LinkedHashMap<>();
            }
        }
        return run.result(receipt(draft, "-1"));
    }

    private void send(Draft draft, Map<Integer, String> chunk, KakaoRun run) {
        Instant since = clock.instant();
        ApiReply reply;
        try {
            reply = client.sendToFriends(message(draft), Json.write(chunk.values()));
        } catch (ReconnectException e) {
            stop(noted(e.toResult()), chunk, run);
            return;
        }
        if (reply instanceof ApiReply.Answer answer && answer.isSuccess()) {
            KakaoSent sent = KakaoSent.read(answer.body());
            if (!sent.reached().isEmpty() || !sent.failures().isEmpty()) {
                settle(draft, sent, chunk, run, since);
                return;
            }
        }
        ShareResult result = reply.toResult(name, since, answer -> errors.toResult(answer, since, clock.instant()));
        if (reply instanceof ApiReply.Answer answer && isOfReceivers(answer, chunk.size())) {
            refuse(result, chunk, chunk.values(), run);
        } else {
            stop(noted(result), chunk, run);
        }
    }

    /** Whether a whole call was refused for its receivers. With several, Kakao does so only where one of them is invalid. */
    private static boolean isOfReceivers(ApiReply.Answer answer, int receivers) {
        return KakaoErrors.row(answer)
                .filter(row -> row.receiver() && (receivers == 1 || row.handling() == KakaoError.Handling.CONTENT))
                .isPresent();
    }

    private void settle(Draft draft, KakaoSent sent, Map<Integer, String> chunk, KakaoRun run, Instant since) {
        Set<String> reached = sent.reached();
        Map<Integer, String> silent = new LinkedHashMap<>(chunk);
        chunk.forEach((index, uuid) -> {
            if (reached.contains(uuid)) {
                run.reached(index, receipt(draft, "-" + (index + 1)));
                silent.remove(index);
            }
        });
        for (KakaoSent.Failure failure : sent.failures()) {
            ShareResult result = errors.toResult(failure, since, clock.instant());
            refuse(result, silent, failure.receivers(), run);
            if (KakaoErrors.row(failure).filter(row -> !row.receiver()).isPresent()) {
                stop(noted(result), Map.of(), run);
            }
            silent.values().removeAll(failure.receivers());
        }
        if (!silent.isEmpty()) {
            stop(
                    new Unknown(new Evidence(
                            "RECEIVERS_NOT_NAMED",
                            name + " answered, but does not say what became of " + silent.size() + " receivers.",
                            since)),
                    silent,
                    run);
        }
    }

    /** These of a chunk were refused, or nobody knows. */
    private void refuse(ShareResult result, Map<Integer, String> chunk, Collection<String> receivers, KakaoRun run) {
        new ArrayList<>(chunk.entrySet()).forEach(entry -> {
            if (!receivers.contains(entry.getValue())) {
                return;
            }
            if (result instanceof Rejected rejected) {
                run.refused(entry.getKey(), entry.getValue(), rejected);
                receiverPaces.observe(entry.getValue(), rejected);
            } else {
                run.inDoubt(entry.getKey(), (Unknown) result);
            }
        });
    }

    /** Nobody after these is tried; they themselves are in doubt, or proven not to have it. */
    private static void stop(ShareResult why, Map<Integer, String> chunk, KakaoRun run) {
        if (why instanceof Unknown unknown) {
            chunk.keySet().forEach(index -> run.inDoubt(index, unknown));
        } else {
            run.stopped((Rejected) why);
        }
    }

    private ShareResult noted(ShareResult result) {
        pace.observe(result);
        return result;
    }

    private static KakaoForm message(Draft draft) {
        return KakaoForm.of(draft.payload().get(0));
    }

    /** Whom a draft is for; empty for the account itself. */
    static List<String> receivers(Draft draft) {
        return draft.payload().stream()
                .skip(1)
                .map(PayloadPart::body)
                .findFirst()
                .map(body -> List.of(Json.require(body, String[].class)))
                .orElse(List.of());
    }

    private Receipt receipt(Draft draft, String which) {
        String reference = "kakao-" + draft.fingerprint().substring(0, 16) + which;
        return new Receipt(name, reference, draft.link(), clock.instant());
    }
}
