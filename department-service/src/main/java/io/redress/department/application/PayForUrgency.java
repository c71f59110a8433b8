package io.redress.department.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.time.RecurringTask;
import io.redress.department.domain.Charters;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentState;
import io.redress.department.domain.Urgency;
import io.redress.department.domain.UrgencyCommand.NoteJudgement;
import io.redress.department.domain.UrgencyCommand.SettleUrgency;
import io.redress.department.domain.UrgencyWeek;
import io.redress.department.domain.UrgencyWeekCommand.KeepJudgement;
import io.redress.department.domain.UrgencyWeekCommand.Spend;
import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes what a case wants of a week to that week, and what the week says back to the case. Each step may be repeated: the
 * week pays for a request once, and the case hears its word once. What a crash has left half done is found in an index
 * and done by whatever instance looks first.
 */
public final class PayForUrgency implements AutoCloseable {
    /** The cases with something that a week has still to hear. */
    static final String UNTOLD = "urgency-untold";

    private static final int PAGE = 200;
    private static final int AT_ONCE = 20;

    private final CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes;
    private final DepartmentCases cases;
    private final Charters charters;
    private final RecurringTask looking;

    /** @param every how often to look for what was left half done */
    public PayForUrgency(
            CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes,
            DepartmentCases cases,
            Charters charters,
            Duration every) {
        this.lanes = lanes;
        this.cases = cases;
        this.charters = charters;
        this.looking =
                RecurringTask.fromLater(every, "What is to be paid for urgency will be looked at again", this::look);
    }

    private Mono<Void> look() {
        return cases.find(IndexQuery.first(UNTOLD, DepartmentDefinition.ALL, PAGE))
                .flatMapIterable(CaseLanes.ViewPage::cases)
                .distinct(CaseView::id)
                .flatMap(
                        view -> Flux.fromIterable(
                                        view.state().dealings().urgencies().untold())
                                .concatMap(it -> tell(view.id(), it))
                                .then(),
                        AT_ONCE)
                .then();
    }

    /** The case after the week has heard of this and the case of what it said. */
    public Mono<Outcome<DepartmentCase, DepartmentFact>> tell(String caseId, Urgency urgency) {
        String week = UrgencyWeek.idOf(urgency.requester(), urgency.week());
        return urgency.judgement() == null
                ? spend(week, urgency).flatMap(it -> submit(caseId, it))
                : lanes.submit(Submission.of(week, (DepartmentCommand) new KeepJudgement(
                                urgency.requestId(),
                                Objects.requireNonNull(urgency.judgement()).justified())))
                        .then(submit(caseId, new NoteJudgement(urgency.requestId())));
    }

    private Mono<Outcome<DepartmentCase, DepartmentFact>> submit(String caseId, DepartmentCommand command) {
        return cases.submit(Submission.of(caseId, command));
    }

    private Mono<SettleUrgency> spend(String week, Urgency urgency) {
        int allowance = charters.of(urgency.requester()).urgentAllowance();
        return lanes.submit(Submission.of(week, (DepartmentCommand) new Spend(urgency, allowance)))
                .map(outcome -> switch (outcome) {
                    case Outcome.Accepted<DepartmentState, DepartmentFact>(var view, var _) ->
                        new SettleUrgency(urgency.requestId(), urgency.week(), true, left(view.state(), allowance));
                    case Outcome.Rejected<DepartmentState, DepartmentFact>(var _, var _, var view) ->
                        new SettleUrgency(urgency.requestId(), urgency.week(), false, left(view.state(), allowance));
                    case Outcome.Stale<DepartmentState, DepartmentFact> _,
                            Outcome.Taken<DepartmentState, DepartmentFact> _ ->
                        throw new IllegalStateException("Expected a week to pay or to refuse");
                });
    }

    /** What is left of an allowance. */
    static int left(DepartmentState state, int allowance) {
        return Math.max(0, allowance - (state instanceof UrgencyWeek week ? week.spent() : 0));
    }

    @Override
    public void close() {
        looking.close();
    }
}
