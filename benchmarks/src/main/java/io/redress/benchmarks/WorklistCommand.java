package io.redress.benchmarks;

import io.redress.benchmarks.http.Call;
import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.kafka.RaisedRequests;
import io.redress.benchmarks.load.ClosedLoop;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "worklist",
        mixinStandardHelpOptions = true,
        description = {
            "Gives one department many open requests and another one few, and reads the worklists of both in turn.",
            "It speaks in routing's place: use a system of its own, started with --only department-service, and throw its"
                    + " data away afterwards.",
            "Exits 1 where a read fails, or the 95th percentile of the crowded department is over --at-most."
        })
final class WorklistCommand implements Callable<Integer> {
    private static final DepartmentCode CROWDED = new DepartmentCode("crowded");
    private static final DepartmentCode QUIET = new DepartmentCode("quiet");
    private static final int FEW = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long HIGHEST = Duration.ofSeconds(60).toNanos() / 1_000;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ServerOptions server;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RunOptions run;

    @Option(names = "--requests", description = "Open requests of the crowded department (${DEFAULT-VALUE}).")
    private int requests = 100_000;

    @Option(names = "--reads", description = "Reads of each kind (${DEFAULT-VALUE}).")
    private int reads = 2_000;

    @Option(names = "--connections", description = "Readers at the same time (${DEFAULT-VALUE}).")
    private int connections = 2;

    @Option(names = "--at-most", description = "Milliseconds that are good enough (${DEFAULT-VALUE}).")
    private double atMost = 50;

    private final AtomicLong failed = new AtomicLong();

    @Override
    public Integer call() throws InterruptedException {
        String token = server.tokens().of("supervisor");
        try (HttpCaller http = server.connect(connections, server.tokens(), worklist(CROWDED))) {
            raise(http, token);
            Map<String, String> looks = new LinkedHashMap<>();
            looks.put("few open", worklist(QUIET));
            looks.put("many open", worklist(CROWDED));
            looks.put("many, of a kind", worklist(CROWDED) + "?kind=INFORMATION");
            looks.put("many, overdue", worklist(CROWDED) + "?overdue=true");
            looks.put("many, load", worklist(CROWDED) + "/load");
            measure(http, token, looks, reads / 4);
            Map<String, Latency> latencies = measure(http, token, looks, reads);
            Latency.print(latencies, run.out());
            double share = Latency.rounded(p95(latencies, "many open") / p95(latencies, "few open"));
            run.out().printf("p95 of many to few    %10.2f%n", share);
            run.out().flush();
            Map<String, Object> figures = new LinkedHashMap<>(latencies);
            figures.put("requests", requests);
            figures.put("manyToFew", share);
            run.json.write(figures);
            return failed.get() == 0 && p95(latencies, "many open") <= atMost ? 0 : 1;
        }
    }

    private static double p95(Map<String, Latency> latencies, String look) {
        return Objects.requireNonNull(latencies.get(look)).p95();
    }

    private static String worklist(DepartmentCode code) {
        return "/api/v1/departments/" + code + "/worklist";
    }

    private void raise(HttpCaller http, String token) throws InterruptedException {
        try (RaisedRequests raised = new RaisedRequests(run.kafka.bootstrapServers)) {
            for (int i = 0; i < FEW; i++) {
                raised.raise(QUIET);
            }
            List<RequestId> all = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                all.add(raised.raise(CROWDED));
            }
            long lost = raised.flush();
            if (lost > 0) {
                throw new CannotRun("Expected the broker to take all requests, but it did not take " + lost + ".");
            }
            Instant until = Instant.now().plus(PATIENCE);
            // What came last to each partition comes last to the departments.
            for (RequestId id : all.subList(Math.max(0, all.size() - FEW), all.size())) {
                String path = "/api/v1/departments/" + CROWDED + "/requests/" + id;
                while (!http.exchange(Call.get("request", path, token)).isSuccess()) {
                    if (Instant.now().isAfter(until)) {
                        throw new CannotRun("Expected the departments to take in all requests within " + PATIENCE
                                + ", but " + id + " is not there.");
                    }
                    Thread.sleep(Duration.ofMillis(200));
                }
            }
        }
    }

    /** Each look in turn, so that whatever else the machine does slows all of them. */
    private Map<String, Latency> measure(HttpCaller http, String token, Map<String, String> looks, int times)
            throws InterruptedException {
        List<String> names = List.copyOf(looks.keySet());
        Map<String, Histogram> micros = new LinkedHashMap<>();
        names.forEach(name -> micros.put(name, new ConcurrentHistogram(HIGHEST, 3)));
        ClosedLoop.run(connections, (long) times * names.size(), () -> true, n -> {
            String name = names.get((int) (n % names.size()));
            long begun = System.nanoTime();
            boolean well = http.exchange(Call.get(name, Objects.requireNonNull(looks.get(name)), token))
                    .isSuccess();
            Objects.requireNonNull(micros.get(name))
                    .recordValue(Math.min(HIGHEST, (System.nanoTime() - begun) / 1_000));
            if (!well) {
                failed.incrementAndGet();
            }
        });
        Map<String, Latency> latencies = new LinkedHashMap<>();
        micros.forEach((name, it) -> latencies.put(name, Latency.of(it)));
        return latencies;
    }
}
