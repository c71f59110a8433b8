package io.redress.department.application;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.department.domain.Charter;
import io.redress.department.domain.Charters;
import io.redress.department.domain.Commitment;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Request;
import io.redress.department.domain.Yardstick;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What promises of departments are measured with: finished work, free capacity and policy, as old as a few seconds. */
public final class Yardsticks {
    private static final int MOST_REMEMBERED = 200;
    private static final int AT_ONCE = 8;

    private final FinishedWork finished;
    private final DepartmentCases cases;
    private final Charters charters;
    private final AsyncCache<DepartmentCode, Integer> open;

    /** @param remember how long what a department has to do is taken for unchanged */
    public Yardsticks(FinishedWork finished, DepartmentCases cases, Charters charters, Duration remember) {
        this.finished = finished;
        this.cases = cases;
        this.charters = charters;
        this.open = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(remember)
                .buildAsync();
    }

    /** For the requests of a case about which something is promised, and for these. */
    public Mono<Map<RequestId, Yardstick>> of(DepartmentCase state, RequestId... about) {
        Stream<RequestId> promised =
                state.dealings().commitments().all().stream().map(Commitment::requestId);
        return Flux.fromStream(Stream.concat(promised, Stream.of(about)).distinct())
                .mapNotNull(state::request)
                .flatMap(it -> of(it).map(yardstick -> Map.entry(it.ask().id(), yardstick)), AT_ONCE)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Yardstick> of(Request request) {
        Request.Ask ask = request.ask();
        Charter charter = charters.of(ask.department());
        int itself = RequestView.isOpen(request) ? 1 : 0;
        return Mono.zip(
                finished.comparableTo(ask.department(), ask.kind(), ask.nature(), charter.calendar()),
                Mono.fromFuture(
                        () -> open.get(
                                ask.department(),
                                (code, _) -> count(code, charter.capacity()).toFuture()),
                        true),
                (usual, others) -> new Yardstick(
                        usual,
                        charter.calendar(),
                        charter.margin(),
                        charter.capacity(),
                        Math.max(0, charter.capacity() - Math.max(0, others - itself))));
    }

    /** Counts no further than it takes to see that there is no place left. */
    private Mono<Integer> count(DepartmentCode department, int capacity) {
        int enough = Math.min(CaseStore.MAX_BATCH, capacity + 1);
        return cases.find(IndexQuery.first(DepartmentDefinition.WORKLIST, department.value(), enough))
                .map(page -> page.next().isEmpty() || page.cases().size() > capacity
                        ? (int) page.cases().stream()
                                .flatMap(view -> DepartmentDefinition.openOf(view.state()).stream())
                                .filter(it -> it.ask().department().equals(department))
                                .count()
                        : Integer.MAX_VALUE);
    }
}
