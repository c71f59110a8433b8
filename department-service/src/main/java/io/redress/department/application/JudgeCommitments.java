package io.redress.department.application;

import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.time.RecurringTask;
import io.redress.department.domain.CommitmentCommand;
import io.redress.department.domain.DepartmentCase;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Judges what departments' own systems have promised over their topic, where nobody could look at other cases first. What
 * is not judged yet stands in an index, so nothing is missed by a crash; what was judged already is not judged again.
 */
public final class JudgeCommitments implements AutoCloseable {
    private static final int PAGE = 100;

    private final DepartmentCases cases;
    private final Yardsticks yardsticks;
    private final RecurringTask judging;
    private final RecurringTask counting;

    /**
     * @param every how often to look for something to judge
     * @param measureEvery how often to look how departments keep their word
     */
    public JudgeCommitments(
            DepartmentCases cases,
            Yardsticks yardsticks,
            CommitmentMeters meters,
            Duration every,
            Duration measureEvery) {
        this.cases = cases;
        this.yardsticks = yardsticks;
        this.judging = RecurringTask.fromNow(every, "Commitments will be judged later", this::judge);
        this.counting = RecurringTask.fromNow(measureEvery, "Kept commitments will be counted later", meters::look);
    }

    private Mono<Void> judge() {
        return cases.find(IndexQuery.first(CommitmentEntries.UNJUDGED, CommitmentEntries.ALL, PAGE))
                .flatMapMany(page -> Flux.fromIterable(page.cases()))
                .concatMap(this::judge)
                .then();
    }

    private Mono<Void> judge(CaseView<DepartmentCase> view) {
        return yardsticks
                .of(view.state())
                .flatMap(measured ->
                        cases.submit(Submission.of(view.id(), new CommitmentCommand.JudgeCommitments(measured))))
                .then();
    }

    @Override
    public void close() {
        judging.close();
        counting.close();
    }
}
