package io.sharewire.testkit;

import java.time.Instant;
import java.util.List;

/**
 * A call that may go on.
 *
 * @param call the call
 * @param input its parameters
 * @param path the path behind the version
 * @param token the token it came with
 * @param now when it came
 */
record GraphRequest(Call call, GraphInput input, List<String> path, FacebookToken token, Instant now) {

    String method() {
        return call.method();
    }

    /** The answer's fields, as the call selects them. */
    GraphFields fields(GraphFields otherwise) {
        return input.text("fields").map(GraphFields::parse).orElse(otherwise);
    }
}
