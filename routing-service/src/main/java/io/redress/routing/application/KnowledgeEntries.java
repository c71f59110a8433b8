package io.redress.routing.application;

import io.redress.chassis.store.Fingerprint;
import io.redress.chassis.store.IndexEntry;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.ProblemKnown;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import io.redress.routing.domain.knowledge.RecordedProblem;
import java.time.Instant;
import java.util.List;

/** By what known problems are found, and the cases of a customer. */
final class KnowledgeEntries {
    /** Known problems by whether they are open, the latest first. */
    static final String BY_STATUS = "known-problems";

    /** All known problems, the one that changed last first. */
    static final String BY_CHANGE = "known-problems-changed";

    /** Routed cases by the customer's fingerprint, the latest first. */
    static final String BY_CUSTOMER = "cases-of-customer";

    static final String ALL = "all";
    static final String OPEN = "open";

    private KnowledgeEntries() {}

    static List<IndexEntry> of(RoutingState state) {
        return switch (state) {
            case ProblemKnown(var problem) -> of(problem);
            case Paused paused -> of(paused.beneath());
            case Routed routed ->
                ofCustomer(
                        routed.routing().customer().reference(),
                        routed.routing().routedAt());
            case Ended ended ->
                ofCustomer(
                        ended.routing().customer().reference(), ended.routing().routedAt());
            case RoutingState.Document _, Unheard _, Heard _ -> List.of();
        };
    }

    static String customer(String reference) {
        return Fingerprint.of(reference);
    }

    /** When a problem changed, as the index of changes has it. */
    static String latestFirst(Instant at) {
        return String.format("%016x", Long.MAX_VALUE - at.toEpochMilli());
    }

    private static List<IndexEntry> ofCustomer(String reference, Instant routedAt) {
        return List.of(IndexEntry.sorted(BY_CUSTOMER, customer(reference), latestFirst(routedAt)));
    }

    private static List<IndexEntry> of(RecordedProblem problem) {
        String recorded = latestFirst(problem.recordedAt());
        IndexEntry all = IndexEntry.sorted(BY_STATUS, ALL, recorded);
        IndexEntry changed = IndexEntry.sorted(BY_CHANGE, ALL, latestFirst(problem.changedAt()));
        return problem.isOpen()
                ? List.of(all, changed, IndexEntry.sorted(BY_STATUS, OPEN, recorded))
                : List.of(all, changed);
    }
}
