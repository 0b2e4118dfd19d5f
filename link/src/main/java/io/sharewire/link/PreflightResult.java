package io.sharewire.link;

import io.sharewire.Problem;
import java.util.List;

/**
 * How a page will look on one channel.
 *
 * @param channel {@code facebook}, {@code twitter} or {@code kakao}
 * @param url the page that was looked at, after redirects
 * @param problems errors: no preview, a wrong one, or one without its picture; warnings: less than there could be
 */
public record PreflightResult(String channel, String url, List<Problem> problems) {

    /** Takes a copy. */
    public PreflightResult {
        problems = List.copyOf(problems);
    }

    /** Whether nothing stands in the way of a good preview but warnings. */
    public boolean isReady() {
        return problems.stream().noneMatch(Problem::isError);
    }
}
