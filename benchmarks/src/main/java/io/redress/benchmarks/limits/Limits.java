package io.redress.benchmarks.limits;

import io.redress.benchmarks.CannotRun;
import io.redress.benchmarks.http.Answer;
import io.redress.benchmarks.http.Call;
import io.redress.benchmarks.http.CallFailed;
import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.kafka.Flood;
import io.redress.benchmarks.kafka.StageTopics;
import io.redress.benchmarks.load.ClosedLoop;
import io.redress.benchmarks.load.Measurements;
import io.redress.benchmarks.load.Progress;
import io.redress.benchmarks.load.Window;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Measures what the machine and the broker could do if there were no work to do for a complaint. */
public final class Limits {
    private static final String CALL = "bare endpoint, POST";
    private static final String BODY = "{\"filler\":\"" + "x".repeat(600 - 13) + "\"}";
    private static final long ALL = Long.MAX_VALUE;

    private final String kafka;
    private final Plan plan;
    private final PrintStream progress;

    /**
     * How long.
     *
     * @param connections that drive the endpoint, each as soon as it is free
     */
    public record Plan(int connections, Duration warmup, Duration endpoint, Duration broker) {
        /** 64 connections, 10 s of warm-up, 10 s of endpoint, 5 s of broker. */
        public static Plan usual() {
            return new Plan(64, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(5));
        }
    }

    /**
     * What was reached.
     *
     * @param latency of the endpoint in microseconds; absent where nothing was measured
     */
    public record Result(
            int connections,
            double requestsPerSecond,
            @Nullable Histogram latency,
            double recordsPerSecond) {}

    public Limits(String kafka, Plan plan, PrintStream progress) {
        this.kafka = kafka;
        this.plan = plan;
        this.progress = progress;
    }

    /** Measures both, on a topic that exists only meanwhile. */
    public Result run() {
        try (StageTopics topics = new StageTopics(kafka)) {
            topics.createOwn();
            try {
                Measurements endpoint = endpoint();
                Histogram latency = endpoint.latencies().get(CALL);
                double requests = latency == null
                        ? 0
                        : latency.getTotalCount() / (plan.endpoint().toNanos() / 1e9);
                return new Result(plan.connections(), requests, latency, broker());
            } finally {
                topics.deleteOwn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("The measuring of the limits was stopped.", e);
        }
    }

    private Measurements endpoint() throws InterruptedException {
        long from = System.nanoTime() + plan.warmup().toNanos();
        Window window = new Window(from, from + plan.endpoint().toNanos());
        Measurements measurements = new Measurements(window);
        try (Flood flood = new Flood(kafka);
                BareEndpoint endpoint = new BareEndpoint(flood);
                HttpCaller http = new HttpCaller(endpoint.address(), plan.connections());
                Progress lines = Progress.of(
                        progress, () -> "limit, bare endpoint: %d records".formatted(flood.acknowledged()))) {
            Call call = Call.post(CALL, "/produce", "", BODY);
            ClosedLoop.run(
                    plan.connections(),
                    ALL,
                    () -> System.nanoTime() < window.end() && measurements.errorCount() == 0,
                    number -> once(http, call, measurements));
        }
        measurements.examples().forEach((kind, example) -> {
            throw new CannotRun("Expected the bare endpoint to take every record, but it did not. " + example);
        });
        return measurements;
    }

    private static void once(HttpCaller http, Call call, Measurements measurements) {
        long due = System.nanoTime();
        try {
            Answer answer = http.exchange(call);
            if (!answer.isSuccess()) {
                throw CallFailed.status(call, answer);
            }
            measurements.took(call.name(), due, System.nanoTime());
        } catch (CallFailed e) {
            measurements.failed(e.kind(), e.sentence(), due);
        }
    }

    private double broker() throws InterruptedException {
        byte[] payload = BODY.getBytes(StandardCharsets.UTF_8);
        try (Flood flood = new Flood(kafka);
                Progress lines = Progress.of(
                        progress, () -> "limit, broker alone: %d records".formatted(flood.acknowledged()))) {
            // The endpoint has warmed up most of it; this is for the other way of sending.
            send(flood, payload, plan.broker().toNanos() / 4);
            long before = flood.acknowledged();
            long begun = System.nanoTime();
            send(flood, payload, plan.broker().toNanos());
            double perSecond = (flood.acknowledged() - before) * 1e9 / (System.nanoTime() - begun);
            if (flood.failed() > 0) {
                throw new CannotRun("Expected the broker to take every record, but " + flood.failed() + " failed.");
            }
            return perSecond;
        }
    }

    private static void send(Flood flood, byte[] payload, long nanos) {
        long until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) {
            flood.send(payload);
        }
    }
}
