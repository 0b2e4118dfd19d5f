package io.sharewire;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** A target that answers by script and remembers what it was asked. */
final class ScriptedTarget implements ShareTarget {

    static final Channel CHANNEL = new Channel("fake", "fake", "social");

    final List<Draft> published = new ArrayList<>();
    final List<Progress> progresses = new ArrayList<>();
    final List<Instant> lookedSince = new ArrayList<>();

    private final String name;
    private final Deque<Function<Draft, ShareResult>> results = new ArrayDeque<>();
    private final Deque<Lookup> lookups = new ArrayDeque<>();
    private Problem problem;

    ScriptedTarget(String name) {
        this.name = name;
    }

    ScriptedTarget answers(ShareResult result) {
        results.add(draft -> result);
        return this;
    }

    ScriptedTarget runs(Function<Draft, ShareResult> script) {
        results.add(script);
        return this;
    }

    ScriptedTarget shows(Lookup lookup) {
        lookups.add(lookup);
        return this;
    }

    ScriptedTarget hasProblem(Problem found) {
        problem = found;
        return this;
    }

    Receipt receipt(String id) {
        return new Receipt(name, id, "https://fake.example/" + id, Instant.EPOCH);
    }

    ShareResult shared(String id) {
        return new ShareResult.Shared(receipt(id));
    }

    static ShareResult unknown() {
        return new ShareResult.Unknown(new Evidence("ANSWER_LOST", "The answer was lost.", Instant.EPOCH));
    }

    static ShareResult rejected(Reason reason) {
        return new ShareResult.Rejected(reason, "CODE", "Refused.", "Do something.", null);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Channel channel() {
        return CHANNEL;
    }

    @Override
    public Draft draft(Share share) {
        String text = share.text(CHANNEL).orElse(share.article().title());
        Draft.Builder draft = Draft.builder(name, CHANNEL, share, text)
                .link(share.link(CHANNEL))
                .part("text/plain", text);
        return (problem == null ? draft : draft.problem(problem)).build();
    }

    @Override
    public synchronized ShareResult publish(Draft draft, Progress progress) {
        published.add(draft);
        progresses.add(progress);
        Function<Draft, ShareResult> next = results.poll();
        return next == null ? shared("post-" + published.size()) : next.apply(draft);
    }

    @Override
    public synchronized Lookup find(Draft draft, Instant since) {
        lookedSince.add(since);
        Lookup next = lookups.poll();
        return next == null ? new Lookup.NotFound() : next;
    }
}
