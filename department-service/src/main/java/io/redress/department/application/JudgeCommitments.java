package io.redress.department.application;

import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.IndexQuery;
import io.redress.department.domain.CommitmentCommand;
import io.redress.department.domain.DepartmentCase;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Judges what departments' own systems have promised over their topic, where nobody could look at other cases first. What
 * is not judged yet stands in an index, so nothing is missed by a crash; what was judged already is not judged again.
 */
public final class JudgeCommitments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JudgeCommitments.class);
    private static final int PAGE = 100;

    private final DepartmentCases cases;
    private final Yardsticks yardsticks;
    private final Disposable looking;

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
        this.looking = Flux.merge(
                        again(every, "Commitments will be judged later", this::judge),
                        again(measureEvery, "Kept commitments will be counted later", meters::look))
                .subscribe();
    }

    private static Flux<Void> again(Duration every, String otherwise, Supplier<Mono<Void>> look) {
        return Flux.interval(Duration.ZERO, every)
                .onBackpressureDrop()
                .concatMap(
                        _ -> Mono.defer(look).onErrorResume(failure -> {
                            LOG.warn("{}: {}", otherwise, failure.toString());
                            return Mono.empty();
                        }),
                        1);
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
        looking.dispose();
    }
}
