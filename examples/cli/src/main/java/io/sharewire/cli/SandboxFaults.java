package io.sharewire.cli;

import io.sharewire.testkit.Fault;
import io.sharewire.testkit.PlatformSimulator;
import io.sharewire.testkit.Sandbox;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Breaks the sandbox's platforms as {@code --fault twitter=none,stored-then-reset} says. */
final class SandboxFaults {

    private SandboxFaults() {}

    static void inject(Map<String, String> faults, Sandbox sandbox) {
        faults.forEach((name, list) -> {
            PlatformSimulator platform = sandbox.platforms().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("unknown platform '" + name + "' in --fault; there are "
                            + String.join(
                                    ", ",
                                    sandbox.platforms().stream()
                                            .map(PlatformSimulator::name)
                                            .toList())));
            Fault[] sequence = Arrays.stream(list.split(","))
                    .map(fault -> fault(fault.strip(), platform))
                    .toArray(Fault[]::new);
            platform.inject(sequence);
        });
    }

    private static Fault fault(String name, PlatformSimulator platform) {
        return platform.faults().stream()
                .filter(fault -> written(fault).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException("unknown fault '" + name + "' for " + platform.name()
                        + " in --fault; there are "
                        + String.join(
                                ", ",
                                platform.faults().stream()
                                        .sorted()
                                        .map(SandboxFaults::written)
                                        .toList())));
    }

    private static String written(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
