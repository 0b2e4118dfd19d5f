package io.sharewire.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;

/** How one short-link service is spoken to. */
interface ShortenerProtocol {

    /** Whether this is the service's call that makes a link. */
    boolean creates(Call call);

    /** Refuses a caller without a good key, the way the service does. */
    void authorise(Call call, String key);

    /** Makes the link, or gives back the one there is, or refuses. */
    Answer create(Call call);

    /** The answer to a call that reads; nothing if it is none of this service. */
    default Optional<Answer> read(Call call, String key) {
        return Optional.empty();
    }

    /** Too many requests: none of the services tells when to come back. */
    Answer tooMany();

    /** The service fails. */
    default Answer broken() {
        return Answer.gateway(500, "500 Internal Server Error");
    }

    /** The JSON object in a request that says it holds JSON. */
    static ObjectNode json(Call call, Supplier<Refusal> otherwise) {
        return Json.readObject(call.hasType("application/json") ? call.body() : "")
                .orElseThrow(otherwise);
    }

    static boolean isAddress(String url) {
        return url.matches("(?i)https?://[^/?#\\s]+\\S*");
    }
}
