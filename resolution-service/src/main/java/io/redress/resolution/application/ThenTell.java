package io.redress.resolution.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.resolution.domain.AffectedAccount;
import io.redress.resolution.domain.AffectedAccount.Done;
import io.redress.resolution.domain.AffectedAccount.Untold;
import io.redress.resolution.domain.IncidentRemedyCommand;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteCaseGone;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteCaseTold;
import io.redress.resolution.domain.Membership;
import io.redress.resolution.domain.MembershipCommand;
import io.redress.resolution.domain.MembershipCommand.GiveUpRemedy;
import io.redress.resolution.domain.MembershipCommand.ReceiveRemedy;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import java.time.Duration;
import java.util.Optional;
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

    /** One after the other, and each as the account stands after the one before: who tells it may change in between. */
    private Mono<Void> tell(CaseView<ResolutionState> view) {
        if (!(view.state() instanceof AffectedAccount account)
                || !account.isSettled()
                || account.untold().isEmpty()) {
            return Mono.empty();
        }
        Untold first = account.untold().getFirst();
        return submit(first.caseId().value(), command(account, first))
                .flatMap(heard -> Mono.justOrEmpty(word(account, first, heard)))
                .flatMap(word -> submit(view.id(), word))
                .flatMap(noted -> noted instanceof Outcome.Accepted<ResolutionState, ResolutionFact>(var now, var _)
                        ? tell(now)
                        : Mono.empty());
    }

    /** What the account is to know of it; nothing where it has to be tried again. */
    private static Optional<IncidentRemedyCommand> word(
            AffectedAccount account, Untold untold, Outcome<ResolutionState, ResolutionFact> heard) {
        if (!(heard instanceof Outcome.Accepted<ResolutionState, ResolutionFact>(var view, var _))) {
            return Optional.empty();
        }
        Membership membership =
                ResolutionRules.caseOf(view.state()).assurances().membership();
        if (!(account.stage() instanceof Done) || account.incidentId().equals(membership.remedied())) {
            return Optional.of(new NoteCaseTold(untold.caseId()));
        }
        return account.incidentId().equals(membership.incident())
                ? Optional.empty()
                : Optional.of(new NoteCaseGone(untold.caseId()));
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
