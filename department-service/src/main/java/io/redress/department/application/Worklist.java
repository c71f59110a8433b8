package io.redress.department.application;

import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.DepartmentCase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a department has to do, what breaks first first: urgent requests, and then what must begin first (R72). */
public final class Worklist {
    private final DepartmentCases cases;
    private final LatestStarts starts;
    private final InstantSource clock;

    public Worklist(DepartmentCases cases, LatestStarts starts, InstantSource clock) {
        this.cases = cases;
        this.starts = starts;
        this.clock = clock;
    }

    /** Which requests. */
    public enum State {
        /** What is to be done. */
        OPEN,
        /** What of it waits for whoever asked. */
        STOPPED,
        /** What lacks something and is not to be done yet, the oldest first. */
        RETURNED
    }

    /**
     * What somebody wants to see of it.
     *
     * @param kind absent for all, as is nature; neither is looked at where {@code RETURNED}
     * @param overdue only what is past its date
     */
    public record Wanted(
            DepartmentCode department,
            State state,
            @Nullable RequestKind kind,
            @Nullable String nature,
            boolean overdue) {

        private boolean fits(RequestView view, Instant now) {
            return (kind == null || view.kind() == kind)
                    && (nature == null || view.nature().equals(nature))
                    && (!overdue || view.dueAt().isBefore(now))
                    && (state != State.STOPPED
                            || view.clock() != null && view.clock().stoppedSince() != null);
        }
    }

    /**
     * Requests in order; a page may hold fewer than were asked for and not be the last.
     *
     * @param next empty at the end
     */
    public record Part(List<WorklistEntry> items, String next) {}

    /** @param limit counts cases that are looked at */
    public Mono<Part> page(Wanted wanted, String cursor, int limit) {
        return wanted.state() == State.RETURNED ? returned(wanted, cursor, limit) : open(wanted, cursor, limit);
    }

    private Mono<Part> open(Wanted wanted, String cursor, int limit) {
        Instant now = clock.instant();
        String value = WorklistEntries.value(
                wanted.department(), wanted.kind(), wanted.nature(), wanted.state() == State.STOPPED);
        return cases.find(new IndexQuery(DepartmentDefinition.WORKLIST, value, cursor, limit))
                .map(page -> new Part(
                        page.cases().stream()
                                .map(CaseView::state)
                                .flatMap(state -> entries(state, wanted, now))
                                .toList(),
                        wanted.overdue() && !page.next().isEmpty() && WorklistEntries.isInTime(value, page.next(), now)
                                ? ""
                                : page.next()));
    }

    private Stream<WorklistEntry> entries(DepartmentCase state, Wanted wanted, Instant now) {
        return WorklistEntries.inOrder(state, wanted.department(), starts).stream()
                .map(it -> WorklistEntry.of(state, it, starts, now))
                .filter(it -> wanted.fits(it.request(), now));
    }

    private Mono<Part> returned(Wanted wanted, String cursor, int limit) {
        DepartmentCode code = wanted.department();
        return cases.find(new IndexQuery(DepartmentDefinition.RETURNED, code.value(), cursor, limit))
                .map(page -> new Part(
                        page.cases().stream()
                                .flatMap(view -> RequestView.returned(view.state(), code).stream())
                                .map(WorklistEntry::returned)
                                .toList(),
                        page.next()));
    }
}
