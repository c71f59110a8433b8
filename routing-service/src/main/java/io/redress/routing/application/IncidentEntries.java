package io.redress.routing.application;

import io.redress.chassis.lanes.Outgoing;
import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IncidentEvent;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.routing.domain.CharterKnown;
import io.redress.routing.domain.Incident;
import io.redress.routing.domain.IncidentDocuments;
import io.redress.routing.domain.IncidentState.Accounts;
import io.redress.routing.domain.IncidentState.Counting;
import io.redress.routing.domain.IncidentState.Crisis;
import io.redress.routing.domain.IncidentState.Handled;
import io.redress.routing.domain.IncidentState.Left;
import io.redress.routing.domain.IncidentState.Membership;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.bursts.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By what mass problems, their members and those that may become some are found. */
public final class IncidentEntries {
    /** Where routing tells about incidents. */
    public static final String STREAM = "incidents";

    /** Open cases by what they have in common with others, in the order in which they were routed. */
    public static final String BY_SIGNATURE = "signature";

    /** Incidents, the latest first: all of them, and by how far they are. */
    public static final String INCIDENTS = "incidents";

    /** The value of {@link #INCIDENTS} under which all of them are. */
    public static final String ALL = "all";

    /** The value of {@link #INCIDENTS} for those that are not over. */
    public static final String LIVE = "live";

    /** There is never more than one live incident of a kind. */
    public static final String LIVE_SIGNATURE = "incident-signature";

    /** Members, in the order of joining. */
    public static final String MEMBERS = "incident-members";

    /** Whoever was a member and is none any more, in the order of leaving. */
    public static final String LEFT = "incident-left";

    /** The shares of an incident's accounts. */
    public static final String ACCOUNTS = "incident-accounts";

    private IncidentEntries() {}

    static List<IndexEntry> of(RoutingState state) {
        return switch (state) {
            case Routed routed -> similar(routed.routing());
            case CaseState _, RoutingState.Away _, RoutingState.ProblemKnown _, CharterKnown _ -> List.of();
            case Counting _, Crisis _ -> List.of();
            case Handled(var incident) -> handled(incident);
            case Membership member -> membership(member);
            case Accounts accounts ->
                List.of(IndexEntry.sorted(
                        ACCOUNTS,
                        accounts.incidentId().value(),
                        IncidentDocuments.shareOf(accounts.accounts().getFirst())));
        };
    }

    /** What a case has in common with others, as specific as is known; empty where nobody is needed for it. */
    static Optional<Signature> signature(CaseRouted routing) {
        return routing.lead() == null
                ? Optional.empty()
                : Optional.of(new Signature(routing.nature(), routing.product(), routing.region()));
    }

    /** The instants of an index in their order. */
    static String inOrder(Instant at) {
        return String.format(Locale.ROOT, "%016x", Math.max(0, at.toEpochMilli()));
    }

    static Outgoing outgoing(String document, IncidentEvent event) {
        return new Outgoing(
                IncidentDocuments.streamOf(document),
                Topics.INCIDENTS,
                EventTypes.wireName(event.getClass()),
                Wire.write(event));
    }

    private static List<IndexEntry> similar(CaseRouted routing) {
        return signature(routing).stream()
                .flatMap(it -> it.andMoreGeneral().stream())
                .map(it -> IndexEntry.sorted(BY_SIGNATURE, it.key(), inOrder(routing.routedAt())))
                .toList();
    }

    private static List<IndexEntry> handled(Incident incident) {
        Instant at = incident.decisions().getFirst().at();
        String latestFirst = String.format(Locale.ROOT, "%016x", Long.MAX_VALUE - at.toEpochMilli());
        List<IndexEntry> entries = new ArrayList<>(4);
        entries.add(IndexEntry.sorted(INCIDENTS, ALL, latestFirst));
        entries.add(IndexEntry.sorted(INCIDENTS, incident.status().name().toLowerCase(Locale.ROOT), latestFirst));
        if (incident.status().isLive()) {
            entries.add(IndexEntry.sorted(INCIDENTS, LIVE, latestFirst));
            entries.add(IndexEntry.unique(LIVE_SIGNATURE, incident.signature().key()));
        }
        return entries;
    }

    private static List<IndexEntry> membership(Membership member) {
        List<IndexEntry> entries = new ArrayList<>();
        if (member.now() != null && member.since() != null) {
            entries.add(IndexEntry.sorted(MEMBERS, member.now().value(), inOrder(member.since())));
        }
        for (Left left : member.left()) {
            entries.add(IndexEntry.sorted(LEFT, left.incidentId().value(), inOrder(left.at())));
        }
        return entries;
    }

    /** The incident, where it is one. */
    public static Optional<Incident> incident(RoutingState state) {
        return state instanceof Handled(var incident) ? Optional.of(incident) : Optional.empty();
    }
}
