package io.redress.resolution.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Answers.Written;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.CaseId;
import io.redress.resolution.application.ClockEntries;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.domain.ClosingCommand;
import io.redress.resolution.domain.ClosingCommand.ExtendClock;
import io.redress.resolution.domain.ClosingCommand.Reopen;
import io.redress.resolution.domain.ResolutionCase;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.RunningClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Opening a case again, and the clocks of the law. */
@RestController
class ClosingEndpoint {
    private static final String TRACE_PARENT = "traceparent";
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 500;

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;

    ClosingEndpoint(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes) {
        this.lanes = lanes;
    }

    /** The clocks of a case, in the order in which they began. */
    record CaseClocks(String caseId, List<ClockView> clocks) {
        static CaseClocks of(CaseView<ResolutionState> view) {
            return new CaseClocks(
                    view.id(), clocks(view).stream().map(ClockView::of).toList());
        }

        /** Names the clocks as they are: they go by the calendar, which leaves the version of the case as it is. */
        static long tag(CaseView<ResolutionState> view) {
            return Integer.toUnsignedLong(clocks(view).toString().hashCode());
        }

        static ResponseEntity<CaseClocks> written(CaseView<ResolutionState> after) {
            Written written = Outcomes.written(after, ResolutionDefinition.STREAM);
            return Answers.written(
                    Written.now(written.caseId(), tag(after), written.positions()), CaseClocks.of(after));
        }

        private static List<RunningClock> clocks(CaseView<ResolutionState> view) {
            return ResolutionRules.caseOf(view.state())
                    .assurances()
                    .closure()
                    .clocks()
                    .all();
        }

        /** Only what is still to be met before then, the most urgent first. */
        static CaseClocks due(CaseView<ResolutionState> view, Instant before) {
            return new CaseClocks(
                    view.id(),
                    clocks(view).stream()
                            .filter(it -> it.runs() && it.dueAt().isBefore(before))
                            .sorted(Comparator.comparing(RunningClock::dueAt))
                            .map(ClockView::of)
                            .toList());
        }
    }

    /** Cases by their most urgent clock; {@code next} is empty at the end. */
    record DueClocks(List<CaseClocks> cases, String next) {}

    @PostMapping("/api/v1/cases/{id}/reopening")
    Mono<ResponseEntity<ResolutionView>> reopen(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            ExpectedRevision seen,
            @RequestBody ReasonBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        Reopen reopen = new Reopen(body.said(), caller.subject());
        return visible(id, caller, atLeast).flatMap(view -> {
            // A client that never got the first answer sends an old revision again; that must not look like a conflict.
            if (!reopen.isDoneIn(ResolutionRules.caseOf(view.state()))) {
                seen.orRefuse(view.version());
            }
            return submit(id, reopen, view.version(), traceparent)
                    .map(after -> Answers.written(
                            Outcomes.written(after, ResolutionDefinition.STREAM), ResolutionView.of(after)));
        });
    }

    @GetMapping("/api/v1/cases/{id}/clocks")
    Mono<ResponseEntity<CaseClocks>> clocks(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return visible(id, caller, atLeast).map(view -> Answers.seen(CaseClocks.tag(view), CaseClocks.of(view)));
    }

    /** A reply to the customer goes with it, so whoever extends has seen the clock as it is. */
    @PostMapping("/api/v1/cases/{id}/clocks/{clockId}/extension")
    Mono<ResponseEntity<CaseClocks>> extend(
            @PathVariable CaseId id,
            @PathVariable String clockId,
            Caller caller,
            Positions atLeast,
            ExpectedRevision seen,
            @RequestBody ReasonBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        return visible(id, caller, atLeast).flatMap(view -> {
            seen.orRefuse(CaseClocks.tag(view));
            return submit(id, new ExtendClock(clockId, body.said(), caller.subject()), view.version(), traceparent)
                    .map(CaseClocks::written);
        });
    }

    /** @param limit counts cases; a case with several clocks shows them together */
    @GetMapping("/api/v1/clocks")
    Mono<DueClocks> due(
            @RequestParam(name = "due-before", defaultValue = "") String dueBefore,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor) {
        Checks checks = new Checks();
        Instant before = instant(dueBefore);
        checks.that(
                        before != null,
                        "/due-before",
                        "Expected an instant such as 2026-12-01T00:00:00Z, but it is missing or something else.")
                .range("/limit", limit, 1, MAX_LIMIT)
                .length("/cursor", cursor, 0, MAX_CURSOR);
        checks.orRefuse();
        Instant until = before == null ? Instant.MIN : before;
        return lanes.find(new IndexQuery(ClockEntries.RUNNING, ClockEntries.ALL, cursor, limit))
                .map(page -> due(page, until));
    }

    /** In the order of the index, so that the first case without a clock before then is the end. */
    private static DueClocks due(ViewPage<ResolutionState> page, Instant before) {
        List<CaseClocks> due = page.cases().stream()
                .map(view -> CaseClocks.due(view, before))
                .filter(it -> !it.clocks().isEmpty())
                .toList();
        return new DueClocks(due, due.size() < page.cases().size() ? "" : page.next());
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private Mono<CaseView<ResolutionState>> visible(CaseId id, Caller caller, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .filter(view -> view.exists() && WhoMaySee.resolution(ResolutionRules.caseOf(view.state()), caller))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private Mono<CaseView<ResolutionState>> submit(CaseId id, ClosingCommand command, long version, String trace) {
        return lanes.submit(Submission.of(id.value(), (ResolutionCommand) command)
                        .expecting(version)
                        .tracedBy(trace))
                .map(outcome -> {
                    if (outcome
                            instanceof
                            Outcome.Rejected<ResolutionState, ResolutionFact>(String code, String why, var view)) {
                        throw refusal(code, why, ResolutionRules.caseOf(view.state()));
                    }
                    return Outcomes.accepted(outcome).view();
                });
    }

    private static Refusal refusal(String code, String why, ResolutionCase known) {
        return code.equals("unknown-clock")
                ? Refusal.notFound()
                : Refusal.conflict(code, why, ResolutionView.word(known.progress()));
    }
}
