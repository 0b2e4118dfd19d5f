package io.sharewire;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one share to many targets side by side and tells what came of each.
 *
 * <p>A slow or broken target never holds up or fails another. Each target is made {@linkplain ReconcilingTarget
 * reconciling}, so a share with the same key goes out once. Thread-safe; close it to end its threads.
 */
public final class Distributor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Distributor.class);

    private final Map<String, ShareTarget> targets;
    private final Executor executor;
    private final @Nullable ExecutorService ownExecutor;

    private Distributor(Builder builder) {
        this.targets = new LinkedHashMap<>();
        for (ShareTarget target : builder.targets) {
            targets.put(target.name(), builder.reconciling(target));
        }
        Executor given = builder.executor;
        this.ownExecutor = given == null ? daemonThreads() : null;
        this.executor = given == null ? Objects.requireNonNull(ownExecutor) : given;
    }

    /** Starts a distributor. */
    public static Builder builder() {
        return new Builder();
    }

    /** A distributor with all defaults. */
    public static Distributor of(ShareTarget... targets) {
        return builder().targets(List.of(targets)).build();
    }

    /** Every target's draft of {@code share}, in the targets' order; nothing is sent. */
    public List<Draft> draft(Share share) {
        return targets.values().stream().map(target -> target.draft(share)).toList();
    }

    /** Drafts {@code share} and sends it to every target; answers when all are settled, in the targets' order. */
    public Map<String, ShareResult> distribute(Share share) {
        Map<String, CompletableFuture<ShareResult>> futures = new LinkedHashMap<>();
        targets.forEach((name, target) -> futures.put(name, supply(() -> target.publish(target.draft(share)), name)));
        return join(futures);
    }

    /**
     * Sends drafts exactly as they are: what an editor has seen in the preview is what goes out.
     *
     * @return one result per draft, by target name, in the drafts' order
     * @throws IllegalArgumentException if a draft is for none of the targets, or two are for the same one; nothing is
     *     sent then
     */
    public Map<String, ShareResult> publish(Collection<Draft> drafts) {
        return join(start(drafts));
    }

    /** As {@link #publish}, without waiting; the futures never fail. */
    public Map<String, CompletableFuture<ShareResult>> start(Collection<Draft> drafts) {
        Map<Draft, ShareTarget> targetOf = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (Draft draft : drafts) {
            ShareTarget target = targets.get(draft.target());
            if (target == null) {
                throw new IllegalArgumentException("Distributor: no target is called '" + draft.target()
                        + "'; there are " + String.join(", ", targets.keySet()));
            }
            if (!names.add(draft.target())) {
                throw new IllegalArgumentException("Distributor: two drafts for target '" + draft.target() + "'");
            }
            targetOf.put(draft, target);
        }
        Map<String, CompletableFuture<ShareResult>> futures = new LinkedHashMap<>();
        targetOf.forEach(
                (draft, target) -> futures.put(target.name(), supply(() -> target.publish(draft), target.name())));
        return futures;
    }

    /** Ends the distributor's own threads once their work is done; an executor that was handed in is left alone. */
    @Override
    public void close() {
        if (ownExecutor != null) {
            ownExecutor.shutdown();
        }
    }

    private CompletableFuture<ShareResult> supply(Supplier<ShareResult> sending, String name) {
        return CompletableFuture.supplyAsync(sending, executor).exceptionally(e -> {
            // A reconciling target answers for everything from the first byte on: what still throws has sent nothing.
            LOG.error("{} broke before anything was sent", name, e);
            return new ShareResult.Rejected(
                    Reason.UNAVAILABLE,
                    "TARGET_BROKE",
                    name + " broke before anything was sent: "
                            + (e.getCause() == null ? e : e.getCause())
                                    .getClass()
                                    .getName() + ".",
                    "See the log: this is an error in the channel or in how it is called.",
                    null);
        });
    }

    private static Map<String, ShareResult> join(Map<String, CompletableFuture<ShareResult>> futures) {
        Map<String, ShareResult> results = new LinkedHashMap<>();
        futures.forEach((name, future) -> results.put(name, future.join()));
        return results;
    }

    private static ExecutorService daemonThreads() {
        AtomicInteger count = new AtomicInteger();
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "sharewire-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Collects a distributor; not thread-safe. */
    public static final class Builder {

        private final List<ShareTarget> targets = new ArrayList<>();
        private ShareLedger ledger = new InMemoryLedger();
        private ShareListener listener = ShareListener.NONE;
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Sleeper.SYSTEM;
        private @Nullable List<Duration> looks;
        private @Nullable Executor executor;

        private Builder() {}

        /** Adds a target. */
        public Builder target(ShareTarget target) {
            targets.add(target);
            return this;
        }

        /** Adds targets. */
        public Builder targets(Collection<? extends ShareTarget> more) {
            targets.addAll(more);
            return this;
        }

        /** Where attempts are on record; default in memory, which forgets at the end of the process. */
        public Builder ledger(ShareLedger durable) {
            ledger = durable;
            return this;
        }

        /** Who hears about it; default nobody. */
        public Builder listener(ShareListener hearing) {
            listener = hearing;
            return this;
        }

        /** The clock; default the system's. */
        public Builder clock(Clock ticking) {
            clock = ticking;
            return this;
        }

        /** How to wait between looks; default for real. */
        public Builder sleeper(Sleeper waiting) {
            sleeper = waiting;
            return this;
        }

        /** The waits before the looks that follow an unclear outcome; see {@link ReconcilingTarget.Builder#looks}. */
        public Builder looks(List<Duration> waits) {
            looks = List.copyOf(waits);
            return this;
        }

        /** Where the sending runs; default one daemon thread per target at work. It must not be the caller's thread. */
        public Builder executor(Executor running) {
            executor = running;
            return this;
        }

        /**
         * The distributor.
         *
         * @throws IllegalArgumentException if there is no target or two have the same name
         */
        public Distributor build() {
            Validation validation = new Validation("Distributor").check(!targets.isEmpty(), "a target is required");
            targets.stream()
                    .map(ShareTarget::name)
                    .filter(name ->
                            targets.stream().filter(t -> t.name().equals(name)).count() > 1)
                    .distinct()
                    .forEach(name -> validation.check(false, "two targets are called '" + name + "'"));
            validation.orThrow();
            return new Distributor(this);
        }

        private ShareTarget reconciling(ShareTarget target) {
            if (target instanceof ReconcilingTarget) {
                return target;
            }
            ReconcilingTarget.Builder builder = ReconcilingTarget.around(target, ledger)
                    .listener(listener)
                    .clock(clock)
                    .sleeper(sleeper);
            return looks == null ? builder.build() : builder.looks(looks).build();
        }
    }
}
