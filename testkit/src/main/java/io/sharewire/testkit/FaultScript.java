package io.sharewire.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The faults still to come on one platform, and the number of create requests that have arrived. */
final class FaultScript {

    private final String platform;
    private final Set<Fault> possible;
    private final Deque<Fault> coming = new ArrayDeque<>();
    private int arrived;

    FaultScript(String platform, Set<Fault> possible) {
        this.platform = platform;
        this.possible = Set.copyOf(possible);
    }

    Set<Fault> possible() {
        return possible;
    }

    synchronized void add(Fault... faults) {
        for (Fault fault : faults) {
            if (!possible.contains(fault)) {
                throw new IllegalArgumentException(
                        platform + " cannot show " + fault + "; it can show " + EnumSet.copyOf(possible));
            }
        }
        coming.addAll(List.of(faults));
    }

    /** Counts a create request and takes the fault meant for it. */
    synchronized @Nullable Fault next() {
        arrived++;
        Fault fault = coming.poll();
        return fault == Fault.NONE ? null : fault;
    }

    /** Counts a create request and takes its fault only if it is this one. */
    synchronized boolean nextIs(Fault fault) {
        if (coming.peek() != fault) {
            return false;
        }
        next();
        return true;
    }

    synchronized int arrived() {
        return arrived;
    }

    synchronized void reset() {
        coming.clear();
        arrived = 0;
    }
}
