package io.redress.department.application;

import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.time.RecurringTask;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.PostCommand.NotePosted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sends requests as mail to departments that want them so (R152). Takes what is to be sent from an index of the store, so
 * that a restart finds what waits; what was sent is noted and not found any more.
 */
public final class PostRequests implements AutoCloseable {
    private static final int PAGE = 200;

    private final DepartmentCases cases;
    private final RequestPost post;
    private final Predicate<DepartmentCode> byMail;
    private final RecurringTask looking;

    /** @param every how often to look; the first time at once */
    public PostRequests(DepartmentCases cases, RequestPost post, Predicate<DepartmentCode> byMail, Duration every) {
        this.cases = cases;
        this.post = post;
        this.byMail = byMail;
        this.looking = RecurringTask.fromNow(every, "Requests will be sent as mail later", this::look);
    }

    private Mono<Void> look() {
        return cases.find(IndexQuery.first(DepartmentDefinition.TO_POST, DepartmentDefinition.BY_MAIL, PAGE))
                .flatMapMany(page -> Flux.fromIterable(page.cases()))
                .publishOn(Schedulers.boundedElastic())
                .concatMap(this::send)
                .then();
    }

    private Mono<Void> send(CaseView<DepartmentCase> view) {
        return Flux.fromIterable(DepartmentDefinition.toPost(view.state(), byMail))
                .concatMap(request -> {
                    try {
                        post.post(RequestView.of(view.state(), request));
                    } catch (IOException notNow) {
                        return Mono.error(new UncheckedIOException(notNow));
                    }
                    return cases.submit(Submission.of(
                            view.id(), new NotePosted(request.ask().id())));
                })
                .then();
    }

    @Override
    public void close() {
        looking.close();
    }
}
