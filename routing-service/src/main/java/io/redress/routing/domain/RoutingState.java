package io.redress.routing.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.routing.domain.knowledge.RecordedProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What routing knows under one id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface RoutingState permits RoutingState.CaseState, RoutingState.Document {

    /** Who answers for the case; empty only while nobody has told us of a complaint. */
    Optional<Owner> caseOwner();

    /** Who waits for whom in a case; nobody where it is over or not begun. */
    static Waiting waiting(RoutingState state) {
        return switch (state) {
            case Heard heard -> heard.waiting();
            case Routed routed -> routed.waiting();
            case Paused paused -> waiting(paused.beneath());
            case Unheard _, Ended _, Document _ -> Waiting.NOBODY;
        };
    }

    /** The case it is about; empty before its complaint. */
    static Optional<CaseId> caseId(RoutingState state) {
        return switch (state) {
            case Heard heard -> Optional.of(heard.complaint().caseId());
            case Routed routed -> Optional.of(routed.routing().caseId());
            case Paused paused -> Optional.of(paused.caseId());
            case Ended ended -> Optional.of(ended.routing().caseId());
            case Unheard _, Document _ -> Optional.empty();
        };
    }

    /** Whom it is about; empty before its complaint. */
    static Optional<Customer> customer(RoutingState state) {
        return switch (state) {
            case Heard heard -> Optional.of(heard.complaint().customer());
            case Routed routed -> Optional.of(routed.routing().customer());
            case Paused paused -> customer(paused.beneath());
            case Ended ended -> Optional.of(ended.routing().customer());
            case Unheard _, Document _ -> Optional.empty();
        };
    }

    /** The client that filed it and so may see it; empty before its complaint. */
    static Optional<String> submittedBy(RoutingState state) {
        return switch (state) {
            case Heard heard -> Optional.of(heard.complaint().submittedBy());
            case Routed routed -> Optional.of(routed.routing().submittedBy());
            case Paused paused -> submittedBy(paused.beneath());
            case Ended ended -> Optional.of(ended.routing().submittedBy());
            case Unheard _, Document _ -> Optional.empty();
        };
    }

    /** How far the routing of a case has come. From {@link Heard} on it has exactly one owner (R70). */
    sealed interface CaseState extends RoutingState {}

    /** What is known beside the cases, under an id that no case can have. */
    sealed interface Document extends RoutingState permits Away, ProblemKnown, IncidentState, CharterKnown {
        @Override
        default Optional<Owner> caseOwner() {
            return Optional.empty();
        }
    }

    /** Nobody has told us of a complaint yet. */
    record Unheard(List<RoutingCommand> early) implements CaseState {
        @Override
        public Optional<Owner> caseOwner() {
            return Optional.empty();
        }
    }

    /** There is a complaint; what it is about is still looked into. */
    record Heard(Complaint complaint, List<RoutingCommand> early, Waiting waiting) implements CaseState {
        /** What was stored before waits were known has none. */
        public Heard {
            waiting = Objects.requireNonNullElse(waiting, Waiting.NOBODY);
        }

        Heard(Complaint complaint, List<RoutingCommand> early) {
            this(complaint, early, Waiting.NOBODY);
        }

        @Override
        public Optional<Owner> caseOwner() {
            return Optional.of(complaint.owner());
        }
    }

    /**
     * The departments are asked.
     *
     * @param words the customer's own, for requests still to come
     * @param lastWords requests that cannot be declined any more
     * @param waiting who waits for whom
     * @param silences who is waited on, and for how long nothing was heard of them
     * @param ownership who answered for what
     * @param knowledge what is known beside what the departments answer
     */
    record Routed(
            String words,
            CaseRouted routing,
            List<Request> requests,
            List<RequestId> lastWords,
            Waiting waiting,
            Silences silences,
            Ownership ownership,
            CaseKnowledge knowledge)
            implements CaseState {
        /** What was stored before these were known has none of them. */
        public Routed {
            waiting = Objects.requireNonNullElse(waiting, Waiting.NOBODY);
            silences = Objects.requireNonNullElse(silences, Silences.NONE);
            ownership = Objects.requireNonNullElse(ownership, Ownership.NONE);
            knowledge = CaseKnowledge.orNone(knowledge);
        }

        /** One in which nobody is waited on yet. */
        Routed(String words, CaseRouted routing, List<Request> requests, List<RequestId> lastWords) {
            this(
                    words,
                    routing,
                    requests,
                    lastWords,
                    Waiting.NOBODY,
                    Silences.NONE,
                    Ownership.NONE,
                    CaseKnowledge.NONE);
        }

        private Routed changed(
                String itsWords, CaseRouted itsRouting, List<Request> itsRequests, List<RequestId> itsLastWords) {
            return new Routed(itsWords, itsRouting, itsRequests, itsLastWords, waiting, silences, ownership, knowledge);
        }

        @Override
        public Optional<Owner> caseOwner() {
            return Optional.of(routing.owner());
        }

        /** The latest date that holds for the whole. */
        public Instant promised() {
            Instant later = silences.promised();
            return later != null && later.isAfter(routing.dueAt()) ? later : routing.dueAt();
        }

        /** A request by its id; null where there is none. */
        public @Nullable Request request(RequestId id) {
            return requests.stream()
                    .filter(it -> it.ask().id().equals(id))
                    .findFirst()
                    .orElse(null);
        }

        /** The id of the request that would be raised next. */
        RequestId nextId() {
            return RequestId.of(routing.caseId(), requests.size() + 1);
        }

        Routed with(Waiting who) {
            return new Routed(words, routing, requests, lastWords, who, silences, ownership, knowledge);
        }

        Routed with(Silences next) {
            return new Routed(words, routing, requests, lastWords, waiting, next, ownership, knowledge);
        }

        Routed saying(String more) {
            return changed(Words.joined(words, more), routing, requests, lastWords);
        }

        Routed following(CaseRerouted rerouted) {
            return changed(words, Rerouting.applied(routing, rerouted), requests, lastWords);
        }

        Routed with(Request raised) {
            List<Request> more = new ArrayList<>(requests);
            more.add(raised);
            return changed(words, routing, List.copyOf(more), lastWords);
        }

        Routed replacing(RequestId id, UnaryOperator<Request> change) {
            return changed(
                    words,
                    routing,
                    requests.stream()
                            .map(it -> it.ask().id().equals(id) ? change.apply(it) : it)
                            .toList(),
                    lastWords);
        }

        Routed owning(UnaryOperator<Ownership> change) {
            return new Routed(
                    words, routing, requests, lastWords, waiting, silences, change.apply(ownership), knowledge);
        }

        Routed knowing(UnaryOperator<CaseKnowledge> change) {
            return new Routed(
                    words, routing, requests, lastWords, waiting, silences, ownership, change.apply(knowledge));
        }

        Routed ownedBy(Owner owner) {
            return changed(words, Rerouting.ownedBy(routing, owner), requests, lastWords);
        }

        Routed withLastWord(RequestId id) {
            List<RequestId> more = new ArrayList<>(lastWords);
            more.add(id);
            return changed(words, routing, requests, List.copyOf(more));
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
    record Ended(CaseRouted routing, List<Request> requests, Ownership ownership, CaseKnowledge knowledge)
            implements CaseState {
        public Ended {
            ownership = ownership == null ? Ownership.NONE : ownership;
            knowledge = CaseKnowledge.orNone(knowledge);
        }

        @Override
        public Optional<Owner> caseOwner() {
            return Optional.of(routing.owner());
        }
    }

    /**
     * Not a case: somebody is not there for a while.
     *
     * @param endedAt absent while it is not over
     */
    record Away(Absence absence, @Nullable Instant endedAt) implements Document {
        public boolean hasEnded() {
            return endedAt != null;
        }
    }

    /** A known problem, which belongs to no case. */
    record ProblemKnown(RecordedProblem problem) implements Document {}
}
