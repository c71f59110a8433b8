package io.redress.resolution.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.contracts.IncidentId;
import io.redress.resolution.domain.AffectedAccount;
import io.redress.resolution.domain.IncidentRemedy;
import io.redress.resolution.domain.IncidentRemedyCommand.CountAccounts;
import io.redress.resolution.domain.IncidentRemedyCommand.EndCount;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteCounted;
import io.redress.resolution.domain.RemedyTally;
import io.redress.resolution.domain.RemedyTally.Recount;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps count of how many accounts of an incident are how far. An account that is further than it was counted stands in an
 * index; the incident's tally takes a page of them at a time, and each account is told as what it was counted before the
 * next page. So nothing is counted twice whatever crashes in between, and nobody reads the accounts to know how many.
 */
public final class CountAffected implements AutoCloseable {
    private static final int FEW = 20;
    private static final int AT_ONCE = 100;

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;
    private final Rounds rounds;

    /** @param every how often to look; what an account goes through in between is counted once */
    public CountAffected(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes, Duration every) {
        this.lanes = lanes;
        this.rounds = new Rounds("Counting the accounts of an incident", every, this::round);
    }

    /** First what a crash has left half done. */
    private Mono<Boolean> round() {
        return lanes.find(OutageEntries.counting(FEW))
                .flatMapIterable(CaseLanes.ViewPage::cases)
                .concatMap(this::finish)
                .then(lanes.find(OutageEntries.uncounted(RemedyTally.MOST_AT_ONCE)))
                .flatMap(page -> tallies(page).flatMap(this::count));
    }

    private Mono<Map<IncidentId, RemedyTally>> tallies(CaseLanes.ViewPage<ResolutionState> page) {
        Set<IncidentId> incidents =
                accounts(page).map(AffectedAccount::incidentId).collect(Collectors.toSet());
        return Flux.fromIterable(incidents)
                .concatMap(incident -> lanes.read(IncidentRemedy.tallyOf(incident))
                        .map(view -> RemedyTally.of(view.state(), incident)))
                .filter(tally -> tally.open().isEmpty())
                .collectMap(RemedyTally::incidentId);
    }

    /** The accounts are looked at again after the tallies: only then what they were counted as belongs to those. */
    private Mono<Boolean> count(Map<IncidentId, RemedyTally> tallies) {
        if (tallies.isEmpty()) {
            return Mono.just(false);
        }
        return lanes.find(OutageEntries.uncounted(RemedyTally.MOST_AT_ONCE))
                .flatMap(page -> Flux.fromIterable(tallies.values())
                        .concatMap(tally -> count(tally, recounts(page, tally.incidentId())))
                        .then(Mono.just(page.cases().size() == RemedyTally.MOST_AT_ONCE)));
    }

    private Mono<Void> count(RemedyTally tally, List<Recount> recounts) {
        return recounts.isEmpty()
                ? Mono.empty()
                : submit(
                                IncidentRemedy.tallyOf(tally.incidentId()),
                                new CountAccounts(tally.incidentId(), tally.number() + 1, recounts))
                        .flatMap(outcome ->
                                outcome instanceof Outcome.Accepted<ResolutionState, ResolutionFact>(var view, var _)
                                        ? finish(view)
                                        : Mono.empty());
    }

    private static List<Recount> recounts(CaseLanes.ViewPage<ResolutionState> page, IncidentId incident) {
        return accounts(page)
                .filter(it -> it.incidentId().equals(incident))
                .map(AffectedAccount::recount)
                .toList();
    }

    private static Stream<AffectedAccount> accounts(CaseLanes.ViewPage<ResolutionState> page) {
        return page.cases().stream()
                .map(CaseView::state)
                .filter(AffectedAccount.class::isInstance)
                .map(AffectedAccount.class::cast)
                .filter(AffectedAccount::isUncounted);
    }

    private Mono<Void> finish(CaseView<ResolutionState> view) {
        return view.state() instanceof RemedyTally tally && !tally.open().isEmpty()
                ? Flux.fromIterable(tally.open())
                        .flatMap(
                                it -> submit(
                                        IncidentRemedy.accountOf(tally.incidentId(), it.account()),
                                        new NoteCounted(tally.number(), it.now())),
                                AT_ONCE)
                        .all(Outcome.Accepted.class::isInstance)
                        .filter(all -> all)
                        .flatMap(_ -> submit(view.id(), new EndCount(tally.number())))
                        .then()
                : Mono.empty();
    }

    private Mono<Outcome<ResolutionState, ResolutionFact>> submit(String id, ResolutionCommand command) {
        return lanes.submit(Submission.of(id, command));
    }

    @Override
    public void close() {
        rounds.close();
    }
}
