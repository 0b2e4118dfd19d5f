package io.sharewire.cli;

import io.sharewire.ChannelPlugin;
import io.sharewire.Distributor;
import io.sharewire.InMemoryLedger;
import io.sharewire.PluginSettings;
import io.sharewire.Share;
import io.sharewire.ShareLedger;
import io.sharewire.ShareListener;
import io.sharewire.ShareTarget;
import io.sharewire.json.Json;
import io.sharewire.testkit.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shares an article and says what came of it, channel by channel. */
@Command(
        name = "share",
        description = "Shares an article; a share with the same key is never sent twice.",
        mixinStandardHelpOptions = true)
final class ShareCommand implements Callable<Integer> {

    /** Sooner than the library: somebody sits in front of it. The same command run again looks again. */
    private static final List<Duration> LOOKS =
            List.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(20));

    private final Terminal terminal;
    private final Map<String, String> environment;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private RequestOptions options = new RequestOptions();

    @Option(names = "--sandbox", description = "share with a sandbox started for this command; no account is needed")
    private boolean sandbox;

    @Option(
            names = "--fault",
            paramLabel = "PLATFORM=FAULT,…",
            description = "with --sandbox: break the platform's next requests, e.g. twitter=none,stored-then-reset")
    private Map<String, String> faults = new LinkedHashMap<>();

    @Option(names = "--at", paramLabel = "TIME", description = "not available yet: schedule in your CMS until then")
    private @Nullable String at;

    @Option(names = "--json", description = "as one JSON document")
    private boolean json;

    ShareCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (at != null) {
            throw new UsageException("--at " + at + ": sharing at a set time is not available yet; nothing was sent");
        }
        if (!faults.isEmpty() && !sandbox) {
            throw new UsageException("--fault works with --sandbox only; nothing was sent");
        }
        List<ChannelPlugin> all = Plugins.all();
        List<ChannelPlugin> plugins = Plugins.named(all, options.to);
        Share share = options.share(Sources.read(source, terminal).article());
        if (sandbox) {
            try (Sandbox platforms = Sandbox.start()) {
                SandboxFaults.inject(faults, platforms);
                Configuration configuration = options.with(Configuration.of(platforms.settings()));
                return share(share, targets(plugins, configuration), new InMemoryLedger());
            }
        }
        Configuration configuration = options.configuration(environment, all);
        List<ShareTarget> targets = targets(plugins, configuration);
        try (JdbcLedger ledger = JdbcLedger.open(configuration.ledger())) {
            return share(share, targets, ledger);
        }
    }

    /** The targets that are configured; a channel that was asked for by name must be. */
    private List<ShareTarget> targets(List<ChannelPlugin> plugins, Configuration configuration) {
        List<ShareTarget> targets = new ArrayList<>();
        for (ChannelPlugin plugin : plugins) {
            PluginSettings settings = configuration.of(plugin.channel());
            if (options.to != null || plugin.missing(settings).isEmpty()) {
                try {
                    targets.add(plugin.target(settings));
                } catch (IllegalArgumentException e) {
                    throw new UsageException(String.valueOf(e.getMessage()), e);
                }
            } else {
                terminal.err().println("not configured, left out: " + plugin.channel());
            }
        }
        return targets;
    }

    private int share(Share share, List<ShareTarget> targets, ShareLedger ledger) {
        ProgressLine progress = terminal.errIsTerminal() ? new ProgressLine(terminal.err()) : null;
        try (Distributor distributor = Distributor.builder()
                .targets(targets)
                .ledger(ledger)
                .looks(LOOKS)
                .listener(progress == null ? ShareListener.NONE : progress)
                .build()) {
            List<ResultRow> rows = distributor.distribute(share).entrySet().stream()
                    .map(entry -> ResultRow.of(entry.getKey(), entry.getValue()))
                    .toList();
            if (progress != null) {
                progress.wipe();
            }
            if (json) {
                terminal.out()
                        .println(Json.write(rows.stream().map(ResultRow::toJson).toList()));
            } else {
                ResultTable.print(rows, share.key(), terminal);
            }
            return exitCode(rows);
        }
    }

    private static int exitCode(List<ResultRow> rows) {
        if (rows.stream().anyMatch(ResultRow::isUnknown)) {
            return 3;
        }
        return rows.stream().anyMatch(ResultRow::isRejected) ? 1 : 0;
    }
}
