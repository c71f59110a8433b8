package io.redress.department.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.DepartmentCase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a department has to do, what breaks first first: urgent requests, and then by their dates. */
public final class Worklist {
    private final DepartmentCases cases;
    private final InstantSource clock;

    public Worklist(DepartmentCases cases, InstantSource clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * What somebody wants to see of it.
     *
     * @param kind absent for all
     * @param nature absent for all
     * @param overdue only what is past its date
     * @param stopped only what waits for whoever asked
     */
    public record Wanted(
            DepartmentCode department,
            @Nullable RequestKind kind,
            @Nullable String nature,
            boolean overdue,
            boolean stopped) {

        private boolean fits(RequestView view, Instant now) {
            return (kind == null || view.kind() == kind)
                    && (nature == null || view.nature().equals(nature))
                    && (!overdue || view.dueAt().isBefore(now))
                    && (!stopped || view.clock() != null && view.clock().stoppedSince() != null);
        }
    }

    /**
     * Requests in order; a page may hold fewer than were asked for and not be the last.
     *
     * @param next empty at the end
     */
    public record Part(List<RequestView> items, String next) {}

    /** @param limit counts cases that are looked at */
    public Mono<Part> page(Wanted wanted, String cursor, int limit) {
        Instant now = clock.instant();
        String value = WorklistEntries.value(wanted.department(), wanted.kind(), wanted.nature(), wanted.stopped());
        return cases.find(new IndexQuery(DepartmentDefinition.WORKLIST, value, cursor, limit))
                .map(page -> new Part(
                        page.cases().stream()
                                .flatMap(view -> RequestView.open(view.state(), wanted.department()).stream())
                                .filter(it -> wanted.fits(it, now))
                                .toList(),
                        wanted.overdue() && isPastOverdue(page, wanted.department(), now) ? "" : page.next()));
    }

    /** By date, nothing overdue follows what is not. What is urgent stands before that order begins. */
    private static boolean isPastOverdue(
            CaseLanes.ViewPage<DepartmentCase> page, DepartmentCode department, Instant now) {
        if (page.cases().isEmpty()) {
            return true;
        }
        CaseView<DepartmentCase> last = page.cases().getLast();
        return RequestView.open(last.state(), department).stream()
                .noneMatch(it -> it.dueAt().isBefore(now)
                        || last.state().dealings().urgencies().isUrgent(it.requestId()));
    }
}
