package io.redress.benchmarks.micro;

import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.Wire;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An event to JSON and back, which every service does for every event. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WireBenchmark {
    private static final String NAME = "redress.routing.case-routed.v1";

    private final CaseEvent event = routed();
    private final byte[] payload = Wire.write(event);

    /** To JSON. */
    @Benchmark
    public byte[] write() {
        return Wire.write(event);
    }

    /** From JSON. */
    @Benchmark
    public CaseEvent read() {
        return Wire.read(NAME, payload);
    }

    private static CaseEvent routed() {
        CaseId caseId = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
        DepartmentCode finance = new DepartmentCode("finance");
        return new CaseRouted(
                caseId,
                "overcharge",
                Cause.SERVICE_FAILURE,
                finance,
                List.of(new Involvement(
                        finance, RequestId.of(caseId, 1), RequestKind.SOLUTION, "Finance handles overcharge.")),
                new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                new Customer("C-1042", Customer.Tier.STANDARD),
                "webshop",
                "en",
                "money-to-finance",
                Instant.parse("2026-11-22T09:00:01Z"),
                Instant.parse("2026-11-23T09:00:00Z"));
    }
}
