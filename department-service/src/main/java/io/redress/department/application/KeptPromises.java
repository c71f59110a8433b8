package io.redress.department.application;

import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.Commitment;
import io.redress.department.domain.DepartmentCase;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** How departments keep their word, from the latest that they have promised. */
public final class KeptPromises {
    /** The latest cases of a department that count. */
    static final int LATEST = 500;

    private final DepartmentCases cases;

    public KeptPromises(DepartmentCases cases) {
        this.cases = cases;
    }

    /** How one keeps its word. */
    public Mono<CommitmentSummary> of(DepartmentCode department) {
        return cases.find(IndexQuery.first(CommitmentEntries.SETTLED, department.value(), LATEST))
                .map(page -> CommitmentSummary.of(
                        department,
                        settled(page.cases())
                                .filter(it -> it.department().equals(department))
                                .toList()));
    }

    /** Who has lately kept or missed something. */
    Mono<List<DepartmentCode>> departments() {
        return cases.find(IndexQuery.first(CommitmentEntries.SETTLED_BY_ANY, CommitmentEntries.ALL, LATEST))
                .map(page -> settled(page.cases())
                        .map(Commitment::department)
                        .distinct()
                        .toList());
    }

    private static Stream<Commitment> settled(List<CaseView<DepartmentCase>> cases) {
        return cases.stream().flatMap(view -> CommitmentEntries.settled(view.state()));
    }
}
