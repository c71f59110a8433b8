package io.redress.intake.adapter.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.intake.adapter.http.ImportReport.Status;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts what became of the lines of one import. Told one after the other. */
final class ImportTally {
    private final Map<Status, Counter> meters;
    private final Map<Status, Long> counts = new EnumMap<>(Status.class);

    ImportTally(MeterRegistry registry) {
        meters = Arrays.stream(Status.values())
                .collect(Collectors.toMap(
                        status -> status,
                        status -> Counter.builder("redress_imported_lines_total")
                                .tag("outcome", Codes.of(status))
                                .register(registry)));
    }

    void count(ImportReport.Line line) {
        Status status = Codes.read(Status.class, line.status());
        counts.merge(status, 1L, Long::sum);
        Counter meter = meters.get(status);
        if (meter != null) {
            meter.increment();
        }
    }

    ImportReport.End end(@Nullable String stopped) {
        long accepted = of(Status.ACCEPTED);
        long replayed = of(Status.REPLAYED);
        long refused = of(Status.REFUSED);
        return new ImportReport.End(
                new ImportReport.Summary(accepted + replayed + refused, accepted, replayed, refused, stopped));
    }

    private long of(Status status) {
        return counts.getOrDefault(status, 0L);
    }
}
