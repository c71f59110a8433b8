package io.redress.routing.adapter.http;

import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.CaseId;
import io.redress.contracts.IncidentEvent.AccountsAttached;
import io.redress.contracts.IncidentId;
import io.redress.routing.application.IncidentEntries;
import io.redress.routing.application.MemberCounts;
import io.redress.routing.domain.Incident;
import io.redress.routing.domain.IncidentCommand;
import io.redress.routing.domain.IncidentCommand.AttachAccounts;
import io.redress.routing.domain.IncidentDocuments;
import io.redress.routing.domain.IncidentFact.Told;
import io.redress.routing.domain.IncidentState.Accounts;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people do with mass problems. */
public final class HandleIncidents {
    private static final int MOST_SHARES = 64;

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final MemberCounts counts;

    public HandleIncidents(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, MemberCounts counts) {
        this.lanes = lanes;
        this.counts = counts;
    }

    /** The incident; 404 where there is none. */
    public Mono<CaseView<RoutingState>> read(IncidentId id) {
        return lanes.read(IncidentDocuments.of(id))
                .filter(view -> IncidentEntries.incident(view.state()).isPresent())
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** The incident in a view of one. */
    public static Incident incident(CaseView<RoutingState> view) {
        return IncidentEntries.incident(view.state()).orElseThrow(Refusal::notFound);
    }

    /** Some, the latest first. */
    public Mono<ViewPage<RoutingState>> list(String status, String cursor, int limit) {
        return lanes.find(new IndexQuery(IncidentEntries.INCIDENTS, status, cursor, limit));
    }

    /** Some of its cases, in the order of joining. */
    public Mono<ViewPage<RoutingState>> members(IncidentId id, String cursor, int limit) {
        return lanes.find(new IndexQuery(IncidentEntries.MEMBERS, id.value(), cursor, limit));
    }

    /** How many cases belong to it now. */
    public Mono<Long> countMembers(IncidentId id) {
        return counts.of(id);
    }

    /** What says whether a case belongs to one. */
    public Mono<CaseView<RoutingState>> membership(CaseId caseId) {
        return lanes.read(IncidentDocuments.membershipOf(caseId));
    }

    /** About the incident. */
    public Mono<Outcome<RoutingState, RoutingFact>> submit(IncidentId id, IncidentCommand command) {
        return submit(id, command, Submission.ANY);
    }

    /** About the incident as the caller has seen it. */
    public Mono<Outcome<RoutingState, RoutingFact>> submit(IncidentId id, IncidentCommand command, long version) {
        return lanes.submit(
                Submission.<RoutingCommand>of(IncidentDocuments.of(id), command).expecting(version));
    }

    /** About a case's membership. */
    public Mono<Outcome<RoutingState, RoutingFact>> submit(CaseId caseId, IncidentCommand command) {
        return lanes.submit(Submission.of(IncidentDocuments.membershipOf(caseId), command));
    }

    /** Attaches accounts and tells how many were new. Each share of them is all or nothing; repeating completes it. */
    public Mono<Integer> attach(IncidentId id, List<String> accounts, String by) {
        Map<String, List<String>> shares = accounts.stream().collect(Collectors.groupingBy(IncidentDocuments::shareOf));
        return Flux.fromIterable(shares.entrySet())
                .flatMap(share -> lanes.submit(Submission.<RoutingCommand>of(
                        IncidentDocuments.accountsOf(id, share.getKey()),
                        new AttachAccounts(id, share.getValue(), by))))
                .map(outcome -> fresh(Outcomes.accepted(outcome).events()))
                .reduce(0, Integer::sum);
    }

    private static int fresh(List<RoutingFact> facts) {
        return facts.stream()
                .mapToInt(fact -> fact instanceof Told(AccountsAttached attached)
                        ? attached.accounts().size()
                        : 0)
                .sum();
    }

    /** How many accounts are attached. */
    public Mono<Long> accounts(IncidentId id) {
        return lanes.find(IndexQuery.first(IncidentEntries.ACCOUNTS, id.value(), MOST_SHARES))
                .map(page -> page.cases().stream()
                        .mapToLong(view -> view.state() instanceof Accounts it
                                ? it.accounts().size()
                                : 0)
                        .sum());
    }
}
