package io.redress.routing.application;

import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.KnowledgeEvent.KnownProblemLinked;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Facts;
import io.redress.contracts.RoutingEvent.Gate;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.routing.domain.CaseKnowledge;
import io.redress.routing.domain.Request;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which departments are involved in a case, and why.
 *
 * @param rule the row of the routing table that decided about the lead
 * @param rulesVersion the version of the table that was in force; absent where it was not kept yet
 * @param facts what the table looked at; absent likewise
 * @param gates clearances that are needed before anything leaves
 * @param decisions every decision of the table so far, the first one first
 * @param asOf the last event applied or decided, by stream
 */
public record RoutingView(
        CaseId caseId,
        String nature,
        Cause cause,
        @Nullable DepartmentCode lead,
        List<Involvement> involvements,
        Owner owner,
        String rule,
        @Nullable String rulesVersion,
        @Nullable Facts facts,
        List<Gate> gates,
        List<RoutingHistory.Decision> decisions,
        List<RequestLine> requests,
        List<KnownProblemLine> knownProblems,
        Map<String, Long> asOf) {

    /** The streams that routing knows positions of. */
    public static final Set<String> STREAMS = Set.of(
            "intake",
            "departments",
            "resolutions",
            RoutingDefinition.STREAM,
            RoutingDefinition.KNOWLEDGE,
            IncidentEntries.STREAM);

    /**
     * One request.
     *
     * @param state {@code open}, {@code on-offer} (its department has declined, and answers for it until another has
     *     accepted), {@code offered} (to that other), {@code answered}, {@code declined} or {@code withdrawn}
     */
    public record RequestLine(RequestId requestId, DepartmentCode department, RequestKind kind, String state) {}

    /**
     * A problem that was known before the complaint.
     *
     * @param reason why it is taken for the same problem
     * @param requests those that were raised with their answer
     * @param others known problems that match, too, but say less about it
     */
    public record KnownProblemLine(
            String problemId,
            String title,
            String reason,
            List<RequestId> requests,
            List<String> others,
            Instant linkedAt) {}

    /** The view of a case; empty until it is routed. */
    public static Optional<RoutingView> of(CaseView<RoutingState> view) {
        return switch (view.state()) {
            case CaseState state -> of(view, state);
            case RoutingState.Document _ -> Optional.empty();
        };
    }

    private static Optional<RoutingView> of(CaseView<RoutingState> view, CaseState state) {
        return switch (state) {
            case Paused paused -> of(view, paused.beneath());
            case Unheard _, Heard _ -> Optional.empty();
            case Routed routed -> Optional.of(of(view, routed.routing(), routed.requests(), routed.knowledge()));
            case Ended ended -> Optional.of(of(view, ended.routing(), ended.requests(), ended.knowledge()));
        };
    }

    /** Who filed the case, and so may see it; null while it is not routed. */
    public static @Nullable String submitter(RoutingState state) {
        return switch (state) {
            case CaseState it -> submitter(it);
            case RoutingState.Document _ -> null;
        };
    }

    private static @Nullable String submitter(CaseState state) {
        return switch (state) {
            case Paused paused -> submitter(paused.beneath());
            case Unheard _, Heard _ -> null;
            case Routed routed -> routed.routing().submittedBy();
            case Ended ended -> ended.routing().submittedBy();
        };
    }

    /** Whose case it is; empty while it is not routed. */
    public static Optional<String> customer(RoutingState state) {
        return switch (state) {
            case Paused paused -> customer(paused.beneath());
            case Routed routed -> Optional.of(routed.routing().customer().reference());
            case Ended ended -> Optional.of(ended.routing().customer().reference());
            case Unheard _, Heard _, RoutingState.Document _ -> Optional.empty();
        };
    }

    /** The same with the decisions that led there. */
    public RoutingView with(List<RoutingHistory.Decision> history) {
        return new RoutingView(
                caseId,
                nature,
                cause,
                lead,
                involvements,
                owner,
                rule,
                rulesVersion,
                facts,
                gates,
                List.copyOf(history),
                requests,
                knownProblems,
                asOf);
    }

    /** Whether a department was ever asked. */
    public boolean involves(String department) {
        return requests.stream().anyMatch(it -> it.department().value().equals(department));
    }

    private static RoutingView of(
            CaseView<RoutingState> view, CaseRouted routing, List<Request> requests, CaseKnowledge knowledge) {
        Map<String, Long> asOf = new TreeMap<>(view.positions());
        asOf.put(RoutingDefinition.STREAM, view.sequences().getOrDefault(RoutingDefinition.STREAM, 0L));
        return new RoutingView(
                routing.caseId(),
                routing.nature(),
                routing.cause(),
                routing.lead(),
                routing.involvements(),
                routing.owner(),
                routing.rule(),
                routing.rulesVersion(),
                routing.facts(),
                routing.gates() == null ? List.of() : routing.gates(),
                List.of(),
                requests.stream().map(RoutingView::line).toList(),
                knowledge.linked().stream().map(RoutingView::line).toList(),
                asOf);
    }

    private static KnownProblemLine line(KnownProblemLinked linked) {
        return new KnownProblemLine(
                linked.problemId(),
                linked.title(),
                linked.reason(),
                linked.requests(),
                linked.others(),
                linked.linkedAt());
    }

    private static RequestLine line(Request request) {
        return new RequestLine(
                request.ask().id(), request.ask().department(), request.ask().kind(), stateOf(request));
    }

    /** What state a request is in, in a word. */
    static String stateOf(Request request) {
        return switch (request) {
            case Request.Open _ -> "open";
            case Request.OnOffer _ -> "on-offer";
            case Request.Offered _ -> "offered";
            case Request.Answered _ -> "answered";
            case Request.PassedOn _, Request.Refused _ -> "declined";
            case Request.Withdrawn _ -> "withdrawn";
        };
    }
}
