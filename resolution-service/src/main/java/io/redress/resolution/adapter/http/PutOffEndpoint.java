package io.redress.resolution.adapter.http;

import io.redress.chassis.http.Checks;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.IndexQuery;
import io.redress.resolution.application.PutOffEntries;
import io.redress.resolution.domain.ResolutionCase;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Cases that should be over, and what they still wait for. */
@RestController
class PutOffEndpoint {
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 500;

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;

    PutOffEndpoint(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes) {
        this.lanes = lanes;
    }

    /**
     * A case whose announced end was put off.
     *
     * @param until when it is tried again
     * @param open what is open now, which may be less than it was then
     */
    record PutOff(String caseId, Instant until, List<OpenEnds.End> open) {
        static Stream<PutOff> of(CaseView<ResolutionState> view) {
            ResolutionCase known = ResolutionRules.caseOf(view.state());
            Instant until = known.assurances().closure().putOffUntil();
            return until == null
                    ? Stream.empty()
                    : Stream.of(new PutOff(
                            view.id(), until, OpenEnds.of(view.id(), known).open()));
        }
    }

    /** By when their end is tried again; {@code next} is empty at the end. */
    record PutOffClosings(List<PutOff> cases, String next) {}

    @GetMapping("/api/v1/put-off-closings")
    Mono<PutOffClosings> putOff(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "") String cursor) {
        Checks checks = new Checks();
        checks.range("/limit", limit, 1, MAX_LIMIT).length("/cursor", cursor, 0, MAX_CURSOR);
        checks.orRefuse();
        return lanes.find(new IndexQuery(PutOffEntries.PUT_OFF, PutOffEntries.ALL, cursor, limit))
                .map(page -> new PutOffClosings(
                        page.cases().stream().flatMap(PutOff::of).toList(), page.next()));
    }
}
