package io.redress.intake.adapter.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.http.CheckedJson;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.Overloaded;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.Fingerprint;
import io.redress.chassis.store.StoreUnavailable;
import io.redress.contracts.CaseId;
import io.redress.intake.application.FileComplaints;
import io.redress.intake.application.FileComplaints.Filing;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Takes over the history of another system, as a stream of lines of any length. Each line is answered while the next
 * ones come in; who reads the answers slowly is read slowly.
 */
@RestController
class ImportEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(ImportEndpoint.class);

    /** Lines under way, so that they share a write; no more are read before the first of them is answered. */
    private static final int AT_ONCE = 128;

    private static final Retry UNTIL_THERE_IS_ROOM = Retry.backoff(20, Duration.ofMillis(50))
            .maxBackoff(Duration.ofSeconds(2))
            .filter(thrown -> thrown instanceof Overloaded || thrown instanceof StoreUnavailable);

    private final FileComplaints filing;
    private final ReadComplaint reading;
    private final InstantSource clock;
    private final MeterRegistry registry;

    ImportEndpoint(FileComplaints filing, ReadComplaint reading, InstantSource clock, MeterRegistry registry) {
        this.filing = filing;
        this.reading = reading;
        this.clock = clock;
        this.registry = registry;
    }

    @PostMapping("/api/v1/complaints:import")
    ResponseEntity<Flux<ImportReport>> take(
            ServerHttpRequest request,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        MediaType type = request.getHeaders().getContentType();
        if (type == null || !MediaType.APPLICATION_NDJSON.includes(type)) {
            throw Refusal.unsupportedMediaType(MediaType.APPLICATION_NDJSON_VALUE);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(reports(InputLine.of(request.getBody()), caller, traceparent));
    }

    private Flux<ImportReport> reports(Flux<InputLine> lines, Caller caller, String traceparent) {
        return Flux.defer(() -> {
            ImportTally tally = new ImportTally(registry);
            // Away from the event loop, which has other callers to serve.
            return lines.publishOn(Schedulers.parallel(), AT_ONCE)
                    .flatMapSequential(line -> take(line, caller, traceparent), AT_ONCE, 1)
                    .doOnNext(tally::count)
                    .cast(ImportReport.class)
                    .concatWith(Mono.fromSupplier(() -> tally.end(null)))
                    .onErrorResume(thrown -> Mono.just(tally.end(why(thrown))));
        });
    }

    private Mono<ImportReport.Line> take(InputLine line, Caller caller, String traceparent) {
        // Made anew for each try: after a failure it is unknown whether the case of the last one exists.
        return Mono.defer(() -> command(line, caller).flatMap(command -> filing.file(command, true, traceparent)))
                .retryWhen(UNTIL_THERE_IS_ROOM)
                .map(filed -> report(line.number(), filed))
                .onErrorResume(Refusal.class, refusal -> Mono.just(refused(line.number(), refusal)));
    }

    private Mono<FileComplaint> command(InputLine line, Caller caller) {
        if (line.tooLong()) {
            throw Refusal.of(
                    413,
                    "too-large",
                    "Line too long",
                    "Expected a line of at most " + InputLine.MAX_BYTES + " bytes, but this one is longer.");
        }
        ImportBody body = CheckedJson.read(line.content(), ImportBody.class);
        Instant now = clock.instant();
        Checks checks = new Checks();
        body.checkPast(checks, now);
        checks.orRefuse();
        String key = Fingerprint.of(caller.subject(), "import", body.number());
        return reading.command(body.complaint(), key, caller, body.history(now), body.receivedAt());
    }

    private static ImportReport.Line report(long line, Filing filed) {
        return switch (filed) {
            case Filing.Opened(var view, var replayed) ->
                ImportReport.Line.taken(line, new CaseId(view.id()), replayed);
            case Filing.Joined(var view, var replayed) ->
                ImportReport.Line.taken(line, new CaseId(view.id()), replayed);
            case Filing.Reused(var _, var by) ->
                ImportReport.Line.refused(
                        line,
                        List.of(new Reason(
                                "/clientReference",
                                "Expected a number that is new, but another complaint has it, case " + by + ".")));
        };
    }

    private static ImportReport.Line refused(long line, Refusal refusal) {
        List<Reason> reasons = refusal.problem().errors();
        return ImportReport.Line.refused(
                line,
                reasons.isEmpty() ? List.of(new Reason("", refusal.problem().detail())) : reasons);
    }

    /** The caller learns what to do, the log what happened. */
    private static String why(Throwable thrown) {
        String reference = UUID.randomUUID().toString();
        LOG.warn("An import stopped, reference {}", reference, thrown);
        return "Expected to take every line, but had to stop. Lines reported here are safe; send all of them again later."
                + " Please quote " + reference + ".";
    }
}
