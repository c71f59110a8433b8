package io.redress.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Whose processor time is asked for. */
final class CpuOption {
    @Option(
            names = "--pid",
            description = "A process of the system on this machine, to say what it and its children cost; may be given"
                    + " several times.")
    private List<Long> processes = List.of();

    /** What they have used so far; 0 where none was named or the machine does not say. */
    double seconds() {
        return processes.stream()
                        .map(pid -> ProcessHandle.of(pid)
                                .orElseThrow(() -> new CannotRun("Expected a process " + pid + ", but there is none.")))
                        .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
                        .distinct()
                        .flatMap(it -> it.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1000.0;
    }
}
