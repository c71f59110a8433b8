package io.redress.resolution.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.resolution.domain.AffectedAccount;
import io.redress.resolution.domain.AffectedAccount.Done;
import io.redress.resolution.domain.AffectedAccount.Untold;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteCaseTold;
import io.redress.resolution.domain.MembershipCommand;
import io.redress.resolution.domain.MembershipCommand.GiveUpRemedy;
import io.redress.resolution.domain.MembershipCommand.ReceiveRemedy;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionState;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the cases of an account how its remedy ended, once it has; a case that hears it twice has heard it once. */
public final class ThenTell implements AutoCloseable {
    private static final int PAGE = 500;
    private static final int AT_ONCE = 250;

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;
    private final Rounds rounds;

    /** @param every how often to look */
    public ThenTell(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes, Duration every) {
        this.lanes = lanes;
        this.rounds = new Rounds("Telling cases how their remedy ended", every, this::round);
    }

    private Mono<Boolean> round() {
        return lanes.find(OutageEntries.untold(PAGE))
                .flatMap(page -> Flux.fromIterable(page.cases())
                        .flatMap(this::tell, AT_ONCE)
                        .then(Mono.just(page.cases().size() == PAGE)));
    }

    private Mono<Void> tell(CaseView<ResolutionState> view) {
        return view.state() instanceof AffectedAccount account && account.isSettled()
                ? Flux.fromIterable(account.untold())
                        .concatMap(untold -> submit(untold.caseId().value(), command(account, untold))
                                .then(submit(view.id(), new NoteCaseTold(untold.caseId()))))
                        .then()
                : Mono.empty();
    }

    private static MembershipCommand command(AffectedAccount account, Untold untold) {
        return account.stage() instanceof Done(var remedy, var reference, var at)
                ? new ReceiveRemedy(account.incidentId(), remedy, untold.telling(), reference, at)
                : new GiveUpRemedy(account.incidentId());
    }

    private Mono<Outcome<ResolutionState, ResolutionFact>> submit(String id, ResolutionCommand command) {
        return lanes.submit(Submission.of(id, command));
    }

    @Override
    public void close() {
        rounds.close();
    }
}
