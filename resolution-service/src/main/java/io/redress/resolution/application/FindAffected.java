package io.redress.resolution.application;

import static io.redress.resolution.application.OutageEntries.members;
import static io.redress.resolution.application.OutageEntries.spreading;
import static io.redress.resolution.application.OutageEntries.unheard;
import static io.redress.resolution.application.OutageEntries.unsettled;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.LogEntry;
import io.redress.contracts.CaseId;
import io.redress.contracts.IncidentId;
import io.redress.contracts.Wire;
import io.redress.resolution.domain.IncidentRemedy;
import io.redress.resolution.domain.IncidentRemedyCommand.AffectAccount;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteMembersTold;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteSpread;
import io.redress.resolution.domain.IncidentRemedyCommand.ReleaseCase;
import io.redress.resolution.domain.Membership;
import io.redress.resolution.domain.MembershipCommand.ExpectRemedy;
import io.redress.resolution.domain.MembershipCommand.NoteSettled;
import io.redress.resolution.domain.RemedyPlan;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/**
 * Brings to each account that an incident affects it: from the lists that somebody has attached, and from the cases that
 * have joined. Each step may be repeated, and what a crash has left half done is found again.
 */
public final class FindAffected implements AutoCloseable {
    private static final int FEW = 20;
    private static final int PAGE = 500;
    private static final int AT_ONCE = 250;
    private static final TypeReference<List<String>> ACCOUNTS = new TypeReference<>() {};

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;
    private final List<Rounds> rounds;

    /** @param every how often to look */
    public FindAffected(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes, Duration every) {
        this.lanes = lanes;
        this.rounds = List.of(
                new Rounds("Telling accounts of an incident", every, this::spread),
                new Rounds("Telling accounts of their cases", every, this::settle),
                new Rounds("Telling cases of a remedy", every, this::tellMembers));
    }

    /** What the log keeps of a list of accounts. */
    static byte[] written(List<String> accounts) {
        return Wire.mapper().writeValueAsBytes(accounts);
    }

    private Mono<Boolean> spread() {
        return lanes.find(spreading(FEW))
                .flatMapIterable(CaseLanes.ViewPage::cases)
                .concatMap(view -> view.state() instanceof RemedyPlan plan ? spread(view.id(), plan) : Mono.empty())
                .hasElements();
    }

    private Mono<Long> spread(String document, RemedyPlan plan) {
        return lanes.log(document, plan.spread() + 1, FEW)
                .flatMapIterable(entries -> entries)
                .concatMap(entry -> Flux.fromIterable(accountsOf(entry))
                        .flatMap(account -> affect(plan.incidentId(), account), AT_ONCE)
                        .then(submit(document, new NoteSpread(entry.number())))
                        .thenReturn(entry.number()))
                .count();
    }

    private static List<String> accountsOf(LogEntry entry) {
        return Wire.mapper().readValue(entry.content(), ACCOUNTS);
    }

    private Mono<Outcome<ResolutionState, ResolutionFact>> affect(IncidentId incident, String account) {
        return submit(IncidentRemedy.accountOf(incident, account), new AffectAccount(incident, account, null));
    }

    /** Another page follows at once only where this one went well: a case that has to wait does not keep us busy. */
    private Mono<Boolean> settle() {
        return lanes.find(unsettled(PAGE))
                .flatMapMany(page -> Flux.fromIterable(page.cases())
                        .flatMap(this::settle, AT_ONCE)
                        .filter(settled -> settled))
                .count()
                .map(settled -> settled == PAGE);
    }

    private Mono<Boolean> settle(CaseView<ResolutionState> view) {
        Membership membership =
                ResolutionRules.caseOf(view.state()).assurances().membership();
        String account = membership.account();
        if (account == null || !membership.isUnsettled()) {
            return Mono.just(true);
        }
        CaseId caseId = new CaseId(view.id());
        Mono<Void> released = Mono.justOrEmpty(membership.informed())
                .flatMap(before -> submit(IncidentRemedy.accountOf(before, account), new ReleaseCase(caseId)))
                .then();
        IncidentId incident = membership.incident();
        if (incident == null) {
            return released.then(submit(view.id(), new NoteSettled(null, 0, false)))
                    .thenReturn(true);
        }
        return released.then(submit(
                        IncidentRemedy.accountOf(incident, account), new AffectAccount(incident, account, caseId)))
                .flatMap(outcome -> outcome instanceof Outcome.Accepted<ResolutionState, ResolutionFact>
                        ? settled(view.id(), incident)
                        : Mono.just(false));
    }

    private Mono<Boolean> settled(String caseId, IncidentId incident) {
        return lanes.read(IncidentRemedy.planOf(incident))
                .flatMap(view -> submit(
                        caseId,
                        view.state() instanceof RemedyPlan plan
                                ? new NoteSettled(incident, plan.word(), plan.isExpected())
                                : new NoteSettled(incident, 0, false)))
                .thenReturn(true);
    }

    private Mono<Boolean> tellMembers() {
        return lanes.find(unheard(FEW))
                .flatMapIterable(CaseLanes.ViewPage::cases)
                .concatMap(
                        view -> view.state() instanceof RemedyPlan plan ? tellMembers(view.id(), plan) : Mono.empty())
                .hasElements();
    }

    private Mono<Boolean> tellMembers(String document, RemedyPlan plan) {
        return tellPage(plan, "")
                .expand(next -> next.isEmpty() ? Mono.empty() : tellPage(plan, next))
                .then(submit(document, new NoteMembersTold(plan.word())))
                .thenReturn(true);
    }

    private Mono<String> tellPage(RemedyPlan plan, String after) {
        String incident = plan.incidentId().value();
        return lanes.find(members(incident, after, PAGE))
                .flatMap(page -> Flux.fromIterable(page.cases())
                        .flatMap(
                                view -> submit(
                                        view.id(), new ExpectRemedy(plan.incidentId(), plan.word(), plan.isExpected())),
                                AT_ONCE)
                        .then(Mono.just(Objects.requireNonNull(page.next()))));
    }

    private Mono<Outcome<ResolutionState, ResolutionFact>> submit(String id, ResolutionCommand command) {
        return lanes.submit(Submission.of(id, command));
    }

    @Override
    public void close() {
        rounds.forEach(Rounds::close);
    }
}
