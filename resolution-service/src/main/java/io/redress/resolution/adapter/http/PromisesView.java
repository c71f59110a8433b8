package io.redress.resolution.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.PromiseEvent.Part;
import io.redress.contracts.PromiseEvent.PromiseCorrected;
import io.redress.contracts.RequestId;
import io.redress.resolution.application.PromiseNotice;
import io.redress.resolution.domain.CriticalPath;
import io.redress.resolution.domain.Promise;
import io.redress.resolution.domain.PromiseLine;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.WorkingDays;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the customer of a case may count on, as those read it who answer for it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PromisesView(String caseId, List<Line> promises) {

    /**
     * One promise.
     *
     * @param expectedAt when it will be done by all that is known; absent where it is settled
     * @param path ids of the steps that decide about that
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String promiseId,
            String what,
            String state,
            @Nullable Instant requestedFor,
            Instant originalDueAt,
            Instant dueAt,
            @Nullable Instant expectedAt,
            List<String> path,
            List<PartLine> lines,
            List<String> missed,
            List<PromiseNotice> notices,
            List<Correction> corrections,
            Instant madeAt) {}

    /**
     * One line of it; the three answers are absent while it is open, and the first where nobody knows the wish.
     *
     * @param full whether nothing of it is missing or wrong
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartLine(
            String stepId,
            DepartmentCode department,
            String what,
            String quantity,
            @Nullable RequestId requestId,
            @Nullable Instant dueAt,
            @Nullable Instant deliveredAt,
            boolean full,
            @Nullable Boolean asRequested,
            @Nullable Boolean asFirstPromised,
            @Nullable Boolean asLastPromised) {
        static PartLine of(Promise promise, PromiseLine line) {
            Instant at = line.deliveredAt();
            return new PartLine(
                    line.stepId(),
                    line.promised().department(),
                    line.promised().what(),
                    line.promised().quantity(),
                    line.request(),
                    line.dueAt(),
                    at,
                    line.full(),
                    by(at, promise.made().requestedFor()),
                    by(at, promise.made().dueAt()),
                    by(at, promise.dueAt()));
        }

        private static @Nullable Boolean by(@Nullable Instant at, @Nullable Instant date) {
            return at == null || date == null ? null : !at.isAfter(date);
        }
    }

    record Correction(String reason, Instant previousDueAt, Instant dueAt, String by, Instant correctedAt) {
        static Correction of(PromiseCorrected it) {
            return new Correction(it.reason(), it.previousDueAt(), it.dueAt(), it.by(), it.correctedAt());
        }
    }

    static PromisesView of(CaseView<ResolutionState> view, WorkingDays working) {
        return new PromisesView(
                view.id(),
                ResolutionRules.caseOf(view.state()).assurances().promises().all().stream()
                        .map(it -> line(it, working))
                        .toList());
    }

    private static Line line(Promise it, WorkingDays working) {
        CriticalPath path = CriticalPath.of(it, working);
        return new Line(
                it.id(),
                it.made().what(),
                PromiseNotice.state(it),
                it.made().requestedFor(),
                it.made().dueAt(),
                it.dueAt(),
                it.open() ? path.end() : null,
                it.open() ? path.steps() : List.of(),
                it.lines().stream().map(line -> PartLine.of(it, line)).toList(),
                it.missed().stream().map(PromisesView::word).toList(),
                it.slips().stream().map(slip -> PromiseNotice.of(it, slip)).toList(),
                it.corrections().stream().map(Correction::of).toList(),
                it.made().madeAt());
    }

    private static String word(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
