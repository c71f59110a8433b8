package io.redress.routing.adapter.http;

import io.redress.chassis.http.Checks;
import io.redress.chassis.http.Refusal;
import io.redress.routing.application.PastRoutings;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.Draft;
import io.redress.routing.domain.Industry;
import io.redress.routing.domain.RulesVersion;
import io.redress.routing.domain.TableFinding;
import io.redress.routing.domain.WhatIf;
import io.redress.routing.domain.WhatIf.CannotBeTold;
import io.redress.routing.domain.WhatIf.Elsewhere;
import io.redress.routing.domain.WhatIf.Same;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Routes past cases by a draft of the table and tells which would go elsewhere. Nothing is touched; who reads slowly is
 * answered slowly.
 */
@RestController
class WhatIfEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(WhatIfEndpoint.class);
    /** Ten years; every day is one look-up, whether it has cases or not. */
    private static final Duration LONGEST = Duration.ofDays(3_660);

    private final PastRoutings past;
    private final ReadDraft reading;
    private final Industry industry;
    private final InstantSource clock;

    WhatIfEndpoint(PastRoutings past, Departments departments, Industry industry, InstantSource clock) {
        this.past = past;
        this.reading = new ReadDraft(departments);
        this.industry = industry;
        this.clock = clock;
    }

    @PostMapping("/api/v1/routing-rules:what-if")
    Mono<ResponseEntity<Flux<Line>>> compare(
            @RequestBody(required = false) byte[] content,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String at,
            HttpHeaders headers) {
        Range range = range(from, to, at);
        if (content == null) {
            throw Refusal.unreadable("Expected a draft of the routing table, but the body is empty.");
        }
        return Mono.fromCallable(() -> whatIf(reading.of(content, headers.getContentType()), range.at()))
                .subscribeOn(RulesCheckEndpoint.ONE_AT_A_TIME)
                .map(whatIf -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .body(lines(whatIf, range)));
    }

    /** By default past cases are routed as they would be once the draft's last version is in force. */
    private WhatIf whatIf(Draft draft, @Nullable Instant at) {
        List<TableFinding> wrong = draft.findings(industry).stream()
                .filter(TableFinding::stopsTheStart)
                .toList();
        Checks checks = new Checks();
        for (int i = 0; i < wrong.size(); i++) {
            // Each its own pointer, as a field is only told the first reason.
            checks.that(false, "/findings/" + i, wrong.get(i).sentence() + ".");
        }
        checks.orRefuse();
        Instant last = draft.table().versions().stream()
                .map(RulesVersion::validFrom)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Instant now = clock.instant();
        Instant then = at != null ? at : last.isAfter(now) ? last : now;
        return new WhatIf(draft.inUse(industry), then);
    }

    private Flux<Line> lines(WhatIf whatIf, Range range) {
        return Flux.defer(() -> {
            Tally tally = new Tally();
            return past.between(range.from(), range.to())
                    .map(it -> whatIf.about(it.routing(), it.requests()))
                    .doOnNext(tally::count)
                    .ofType(Elsewhere.class)
                    .<Line>map(Moved::new)
                    .concatWith(Mono.fromSupplier(() -> tally.end(null)))
                    .onErrorResume(thrown -> Mono.just(tally.end(why(thrown))));
        });
    }

    private static String why(Throwable thrown) {
        String reference = UUID.randomUUID().toString();
        LOG.warn("A what-if stopped, reference {}", reference, thrown);
        return "Expected to look at every case, but had to stop. Ask again later. Please quote " + reference + ".";
    }

    private static Range range(@Nullable String from, @Nullable String to, @Nullable String at) {
        Checks checks = new Checks();
        checks.required("/from", from).required("/to", to);
        Instant first = instant(checks, "/from", from);
        Instant last = instant(checks, "/to", to);
        Instant then = instant(checks, "/at", at);
        if (first != null && last != null) {
            checks.that(!last.isBefore(first), "/to", "Expected an instant not before from, but got " + to + ".")
                    .that(
                            Duration.between(first, last).compareTo(LONGEST) <= 0,
                            "/to",
                            "Expected at most " + LONGEST.toDays() + " days, but got more.");
        }
        checks.orRefuse();
        return new Range(Objects.requireNonNull(first), Objects.requireNonNull(last), then);
    }

    private static @Nullable Instant instant(Checks checks, String pointer, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Instant.parse(text);
        } catch (DateTimeException notOne) {
            checks.that(false, pointer, "Expected an instant such as 2026-03-02T09:00:00Z, but got " + text + ".");
            return null;
        }
    }

    /** Which cases, and by which moment of the draft's life. */
    private record Range(Instant from, Instant to, @Nullable Instant at) {}

    /** What is answered, line by line. */
    sealed interface Line {}

    /** One case that would go elsewhere. */
    record Moved(
            @com.fasterxml.jackson.annotation.JsonUnwrapped Elsewhere moved) implements Line {}

    /** The last line. Without it the comparison was cut off. */
    record End(Summary summary) implements Line {}

    /**
     * What became of all cases of the time.
     *
     * @param cannotBeTold cases that were routed before facts were kept
     * @param stopped why it ended too early; absent where all were looked at
     */
    record Summary(
            long cases,
            long same,
            long elsewhere,
            long cannotBeTold,
            @Nullable String stopped) {}

    /** Counts while the lines go by. */
    private static final class Tally {
        private long same;
        private long elsewhere;
        private long cannotBeTold;

        void count(WhatIf.Verdict verdict) {
            switch (verdict) {
                case Same _ -> same++;
                case Elsewhere _ -> elsewhere++;
                case CannotBeTold _ -> cannotBeTold++;
            }
        }

        End end(@Nullable String stopped) {
            return new End(new Summary(same + elsewhere + cannotBeTold, same, elsewhere, cannotBeTold, stopped));
        }
    }
}
