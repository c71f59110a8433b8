package io.redress.routing.adapter.http;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.IncidentEvent;
import io.redress.contracts.Limits;
import io.redress.routing.application.CrisisNow;
import io.redress.routing.application.IncidentEntries;
import io.redress.routing.domain.IncidentCommand.DeclareCrisis;
import io.redress.routing.domain.IncidentCommand.LiftCrisis;
import io.redress.routing.domain.IncidentDocuments;
import io.redress.routing.domain.IncidentState.Crisis;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A crisis of the whole organisation is declared and lifted by those who answer for it, one at a time (R113). */
@RestController
class CrisisEndpoint {
    static final String PATH = "/api/v1/crisis";

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final CrisisNow crisis;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    CrisisEndpoint(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, CrisisNow crisis) {
        this.lanes = lanes;
        this.crisis = crisis;
    }

    @GetMapping(PATH)
    Mono<ResponseEntity<CrisisView>> read() {
        return lanes.read(IncidentDocuments.CRISIS).map(view -> Answers.seen(view.version(), CrisisView.of(view)));
    }

    @PostMapping(PATH)
    Mono<ResponseEntity<CrisisView>> declare(@RequestBody ReasonBody body, Caller caller) {
        return submit(new DeclareCrisis(ids.generate().toString(), body.why(), caller.subject()))
                .map(view -> Answers.created(URI.create(PATH), written(view), CrisisView.of(view)));
    }

    @DeleteMapping(PATH)
    Mono<ResponseEntity<CrisisView>> lift(
            @RequestParam(defaultValue = "The crisis is over.") String reason, Caller caller) {
        new Checks()
                .required("/reason", reason)
                .length("/reason", reason, 1, Limits.NOTE)
                .orRefuse();
        return submit(new LiftCrisis(reason, caller.subject()))
                .map(view -> Answers.written(written(view), CrisisView.of(view)));
    }

    private Mono<CaseView<RoutingState>> submit(RoutingCommand command) {
        return lanes.submit(Submission.of(IncidentDocuments.CRISIS, command))
                .map(CrisisEndpoint::accepted)
                .doOnNext(crisis::note);
    }

    /** Whoever is refused sees what there is. */
    private static CaseView<RoutingState> accepted(Outcome<RoutingState, RoutingFact> outcome) {
        if (outcome instanceof Outcome.Rejected<RoutingState, RoutingFact>(var code, var why, var view)) {
            throw Refusal.conflict(code, why, CrisisView.of(view));
        }
        return Outcomes.accepted(outcome).view();
    }

    private static Answers.Written written(CaseView<RoutingState> view) {
        return Answers.Written.now(
                IncidentEvent.OfOrganisation.KEY.value(),
                view.version(),
                Outcomes.written(view, IncidentEntries.STREAM).positions());
    }

    /**
     * Whether there is a crisis.
     *
     * @param crisisId of the present or the last one; absent where there never was one
     */
    record CrisisView(
            boolean lasts,
            @Nullable String crisisId,
            @Nullable String reason,
            @Nullable String declaredBy,
            @Nullable Instant declaredAt,
            @Nullable Instant liftedAt) {

        static CrisisView of(CaseView<RoutingState> view) {
            return view.state() instanceof Crisis it
                    ? new CrisisView(it.lasts(), it.crisisId(), it.reason(), it.by(), it.declaredAt(), it.liftedAt())
                    : new CrisisView(false, null, null, null, null, null);
        }
    }
}
