package io.redress.routing.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.CaseId;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseRouted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What routing knows under one id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface RoutingState permits RoutingState.CaseState, IncidentState {

    /** Who answers for the case; empty only while nobody has told us of a complaint. */
    Optional<Owner> caseOwner();

    /** How far the routing of a case has come. From {@link Heard} on it has exactly one owner (R70). */
    sealed interface CaseState extends RoutingState {}

    /** Nobody has told us of a complaint yet. */
    record Unheard(List<RoutingCommand> early) implements CaseState {
        @Override
        public Optional<Owner> caseOwner() {
            return Optional.empty();
        }
    }

    /** There is a complaint; what it is about is still looked into. */
    record Heard(Complaint complaint, List<RoutingCommand> early) implements CaseState {
        @Override
        public Optional<Owner> caseOwner() {
            return Optional.of(complaint.owner());
        }
    }

    /**
     * The departments are asked.
     *
     * @param words the customer's own, for requests still to come
     * @param lastWords requests put to the routing authority, which cannot decline them
     */
    record Routed(String words, CaseRouted routing, List<Request> requests, List<RequestId> lastWords)
            implements CaseState {
        @Override
        public Optional<Owner> caseOwner() {
            return Optional.of(routing.owner());
        }

        @Nullable
        Request request(RequestId id) {
            return requests.stream()
                    .filter(it -> it.ask().id().equals(id))
                    .findFirst()
                    .orElse(null);
        }

        /** The id of the request that would be raised next. */
        RequestId nextId() {
            return RequestId.of(routing.caseId(), requests.size() + 1);
        }

        Routed saying(String more) {
            return new Routed(Words.joined(words, more), routing, requests, lastWords);
        }

        Routed following(CaseRerouted rerouted) {
            return new Routed(words, Rerouting.applied(routing, rerouted), requests, lastWords);
        }

        Routed with(Request raised) {
            List<Request> more = new ArrayList<>(requests);
            more.add(raised);
            return new Routed(words, routing, List.copyOf(more), lastWords);
        }

        Routed replacing(RequestId id, UnaryOperator<Request> change) {
            return new Routed(
                    words,
                    routing,
                    requests.stream()
                            .map(it -> it.ask().id().equals(id) ? change.apply(it) : it)
                            .toList(),
                    lastWords);
        }

        Routed withLastWord(RequestId id) {
            List<RequestId> more = new ArrayList<>(lastWords);
            more.add(id);
            return new Routed(words, routing, requests, List.copyOf(more));
        }
    }

    /**
     * The case was merged into another: nothing new is asked of anybody, what was asked may be answered.
     *
     * @param beneath how far it had come
     * @param kept what would have led to a new request, in its order
     */
    record Paused(CaseId caseId, CaseState beneath, List<RoutingCommand> kept) implements CaseState {
        @Override
        public Optional<Owner> caseOwner() {
            return beneath.caseOwner();
        }
    }

    /** The case is over; what was asked of whom stays, the customer's words do not. */
    record Ended(CaseRouted routing, List<Request> requests) implements CaseState {
        @Override
        public Optional<Owner> caseOwner() {
            return Optional.of(routing.owner());
        }
    }
}
