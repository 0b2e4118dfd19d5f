package io.sharewire.cli;

import io.sharewire.http.AddressPolicy;
import io.sharewire.http.GuardedFetch;
import io.sharewire.json.Json;
import io.sharewire.link.Preflight;
import io.sharewire.link.PreflightResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at a live page as the platforms' crawlers will, before anybody shares it. */
@Command(
        name = "preflight",
        description = "Looks at a live page as Facebook, X and Kakao will. Ends 1 if one of them would show it wrong.",
        mixinStandardHelpOptions = true)
final class PreflightCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "URL", description = "the article's http(s) address")
    private String url = "";

    @Option(names = "--allow-private", description = "allow addresses in private networks and on this machine")
    private boolean allowPrivate;

    @Option(names = "--json", description = "as one JSON document")
    private boolean json;

    PreflightCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<PreflightResult> results = check();
        if (json) {
            terminal.out()
                    .println(Json.write(
                            results.stream().map(PreflightCommand::toJson).toList()));
        } else {
            results.forEach(this::print);
        }
        return results.stream().allMatch(PreflightResult::isReady) ? 0 : 1;
    }

    private List<PreflightResult> check() {
        AddressPolicy policy = allowPrivate ? AddressPolicy.ANY : AddressPolicy.PUBLIC_ONLY;
        try {
            return Preflight.of(GuardedFetch.builder().policy(policy).build()).check(url);
        } catch (IllegalArgumentException e) {
            throw new UsageException("preflight takes an http(s) address, not " + url, e);
        }
    }

    private static Map<String, @Nullable Object> toJson(PreflightResult result) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("channel", result.channel());
        row.put("url", result.url());
        row.put("ready", result.isReady());
        row.put("problems", result.problems().stream().map(ProblemRow::toJson).toList());
        return row;
    }

    private void print(PreflightResult result) {
        terminal.out()
                .println(terminal.coloured("── " + result.channel() + " ", Terminal.Colour.GREEN)
                        + (result.isReady() ? "ready, " : "not ready, ")
                        + result.url());
        result.problems().forEach(problem -> ProblemRow.print(problem, terminal));
    }
}
