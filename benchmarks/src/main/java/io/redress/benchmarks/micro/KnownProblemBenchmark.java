package io.redress.benchmarks.micro;

import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.KnownProblem;
import io.redress.contracts.KnownProblem.Identified;
import io.redress.routing.domain.knowledge.ProblemIndex;
import io.redress.routing.domain.knowledge.ProblemMarks;
import io.redress.routing.domain.knowledge.ProblemMatch;
import io.redress.routing.domain.knowledge.RecordedProblem;
import io.redress.routing.domain.knowledge.Symptoms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A complaint compared with as many known problems as may be open, which routing does for every complaint. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KnownProblemBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String WORDS =
            "I bought two of your excavators EX-300 last winter and both of them lose oil from"
                    + " the hydraulic pump as soon as it gets cold. The plate says %s. Your workshop has replaced the seal twice"
                    + " and it leaks again. I have a building site that waits and I want to know what happens now.";

    private final List<ProblemMarks> known = IntStream.range(0, RecordedProblem.MOST_OPEN)
            .mapToObj(KnownProblemBenchmark::problem)
            .map(ProblemMarks::of)
            .toList();
    private final ProblemIndex index = new ProblemIndex(known);
    private final Symptoms ofAKnownLot = symptoms("L 04711");
    private final Symptoms ofAnother = symptoms("L 99999");

    /** One of them is it. */
    @Benchmark
    public List<ProblemMatch> found() {
        return index.matching(ofAKnownLot, NOW);
    }

    /** None of them is it. */
    @Benchmark
    public List<ProblemMatch> notFound() {
        return index.matching(ofAnother, NOW);
    }

    /** Once a second at most, where something was recorded. */
    @Benchmark
    public ProblemIndex indexed() {
        return new ProblemIndex(known);
    }

    private static Symptoms symptoms(String lot) {
        return new Symptoms(
                new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70"),
                new Customer("C-1042", Customer.Tier.STANDARD),
                "en",
                WORDS.formatted(lot),
                List.of("product-error"));
    }

    private static RecordedProblem problem(int number) {
        return new RecordedProblem(
                "kp-00000000-0000-0000-0000-%012d".formatted(number),
                new KnownProblem(
                        "Pompa pierde ulei",
                        new DepartmentCode("development"),
                        List.of("product-error", "technical-fault"),
                        new Identified("EX-300", List.of("Excavator 300")),
                        new Identified("L-%05d".formatted(number), List.of()),
                        null,
                        List.of("presales"),
                        "Garnitura pompei cedează sub zero grade.",
                        List.of(),
                        List.of(),
                        Instant.EPOCH,
                        null),
                null,
                Map.of(),
                "felicia",
                Instant.EPOCH,
                Instant.EPOCH,
                "",
                null);
    }
}
