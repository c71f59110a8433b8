package io.redress.department.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.department.application.ChainView;
import io.redress.department.application.CommitmentSummary;
import io.redress.department.application.CommitmentView;
import io.redress.department.application.CooperationView;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.KeptPromises;
import io.redress.department.application.Yardsticks;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.StackedMargins;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is promised in a case, and how a department keeps its word. */
@RestController
class CommitmentsEndpoint {
    private final DepartmentCases cases;
    private final Yardsticks yardsticks;
    private final KeptPromises kept;
    private final InstantSource clock;

    CommitmentsEndpoint(DepartmentCases cases, Yardsticks yardsticks, KeptPromises kept, InstantSource clock) {
        this.cases = cases;
        this.yardsticks = yardsticks;
        this.kept = kept;
        this.clock = clock;
    }

    /** All that was promised in a case, oldest first, and the chains that it makes. */
    record CaseCommitments(CaseId caseId, List<CommitmentView> commitments, List<ChainView> chains) {}

    @GetMapping("/api/v1/cases/{id}/commitments")
    Mono<ResponseEntity<CaseCommitments>> read(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return cases.read(id.value(), atLeast.values()).flatMap(view -> {
            if (!view.exists() || !maySee(caller, view.state())) {
                throw Refusal.notFound();
            }
            return yardsticks
                    .of(view.state())
                    .map(measured -> Answers.seen(
                            view.version(),
                            new CaseCommitments(
                                    id,
                                    view.state().dealings().commitments().all().stream()
                                            .map(CommitmentView::of)
                                            .toList(),
                                    StackedMargins.of(view.state(), measured, clock.instant()).stream()
                                            .map(ChainView::of)
                                            .toList())));
        });
    }

    @GetMapping("/api/v1/departments/{code}/commitments:summary")
    Mono<CommitmentSummary> summary(@PathVariable DepartmentCode code, Caller caller) {
        Access.toRead(caller, code);
        return kept.of(code);
    }

    private static boolean maySee(Caller caller, DepartmentCase state) {
        return CooperationAccess.seesAll(caller)
                || CooperationAccess.speaker(caller).departments().stream()
                        .anyMatch(it -> CooperationView.isInvolved(state, it));
    }
}
