package io.redress.routing.application;

import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.routing.domain.Owners;
import io.redress.routing.domain.Ownership;
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
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a case and its requests: now, and before.
 *
 * @param owner absent once the case is over
 * @param requests those that somebody has to answer
 * @param offers what its owner would like to give away; until it is accepted, nothing changes
 * @param decisions what two have declined, so that it can only be assigned
 * @param history oldest first; bounded, the journey has all of it
 */
public record OwnershipView(
        CaseId caseId,
        @Nullable OwnerLine owner,
        List<RequestLine> requests,
        List<OfferLine> offers,
        List<DecisionLine> decisions,
        List<SpanLine> history,
        Map<String, Long> asOf) {

    /** Somebody, and since when. */
    public record OwnerLine(Party party, Instant since) {}

    /**
     * A request and who answers for it.
     *
     * @param state {@code open}, {@code on-offer} or {@code offered}
     * @param mayDecline false once the authority has decided
     */
    public record RequestLine(RequestId requestId, String state, Party owner, Instant since, boolean mayDecline) {}

    /**
     * An open offer.
     *
     * @param requestId absent for the case itself
     * @param replacedBy the request under which the other would take it over
     */
    public record OfferLine(
            @Nullable RequestId requestId,
            Party from,
            Party to,
            String reason,
            @Nullable RequestId replacedBy,
            Instant offeredAt,
            Instant answerBy) {}

    /**
     * Somebody above has to decide.
     *
     * @param requestId absent for the case itself, on which a supervisor decides
     */
    public record DecisionLine(@Nullable RequestId requestId, List<Party> declinedBy) {}

    /**
     * Somebody answered for something.
     *
     * @param requestId absent for the case itself
     * @param until absent while it is so
     */
    public record SpanLine(
            @Nullable RequestId requestId,
            Party owner,
            Instant from,
            @Nullable Instant until) {}

    /**
     * The view of a case; empty until it is routed.
     *
     * @param authority whose requests that nobody can decline are decisions
     */
    public static Optional<OwnershipView> of(CaseView<RoutingState> view, DepartmentCode authority) {
        return switch (view.state()) {
            case CaseState state -> of(view, state, authority);
            case RoutingState.Document _ -> Optional.empty();
        };
    }

    private static Optional<OwnershipView> of(CaseView<RoutingState> view, CaseState state, DepartmentCode authority) {
        return switch (state) {
            case Paused paused -> of(view, paused.beneath(), authority);
            case Unheard _, Heard _ -> Optional.empty();
            case Routed routed -> Optional.of(open(view, routed, authority));
            case Ended ended ->
                Optional.of(new OwnershipView(
                        ended.routing().caseId(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        history(ended.ownership()),
                        asOf(view)));
        };
    }

    private static OwnershipView open(CaseView<RoutingState> view, Routed routed, DepartmentCode authority) {
        Ownership own = routed.ownership();
        Party owner = Party.consultant(routed.routing().owner().id());
        return new OwnershipView(
                routed.routing().caseId(),
                new OwnerLine(owner, since(own, null).orElse(routed.routing().routedAt())),
                routed.requests().stream()
                        .flatMap(it -> line(routed, it).stream())
                        .toList(),
                offers(routed),
                decisions(routed, authority),
                history(own),
                asOf(view));
    }

    private static Optional<RequestLine> line(Routed routed, Request request) {
        RequestId id = request.ask().id();
        RequestId given = request instanceof Request.Offered(var _, var insteadOf) ? insteadOf : id;
        return Owners.ownerOf(request, routed.requests())
                .map(owner -> new RequestLine(
                        id,
                        RoutingView.stateOf(request),
                        owner,
                        since(routed.ownership(), given).orElse(routed.routing().routedAt()),
                        !routed.lastWords().contains(id)));
    }

    private static List<OfferLine> offers(Routed routed) {
        Ownership.Handover handover = routed.ownership().handover();
        Stream<OfferLine> ofCase = handover == null ? Stream.empty() : Stream.of(offer(handover));
        Stream<OfferLine> ofRequests = routed.requests().stream()
                .filter(Request.OnOffer.class::isInstance)
                .map(it -> offer((Request.OnOffer) it));
        return Stream.concat(ofCase, ofRequests).toList();
    }

    private static OfferLine offer(Ownership.Handover it) {
        return new OfferLine(null, it.from(), it.to(), it.reason(), null, it.offeredAt(), it.answerBy());
    }

    private static OfferLine offer(Request.OnOffer given) {
        Request.Offer offer = given.offer();
        return new OfferLine(
                given.ask().id(),
                Party.department(given.ask().department()),
                Party.department(offer.to()),
                offer.reason(),
                offer.replacedBy(),
                offer.offeredAt(),
                offer.answerBy());
    }

    private static List<DecisionLine> decisions(Routed routed, DepartmentCode authority) {
        Ownership own = routed.ownership();
        Stream<DecisionLine> ofCase =
                own.awaitsDecision() ? Stream.of(new DecisionLine(null, own.handoverRefusals())) : Stream.empty();
        Stream<DecisionLine> ofRequests = routed.requests().stream()
                .filter(it -> it instanceof Request.Open(var ask)
                        && ask.department().equals(authority)
                        && routed.lastWords().contains(ask.id()))
                .map(it -> it.ask().id())
                .map(id -> new DecisionLine(
                        id,
                        own.declinedBy(id, routed.requests()).stream()
                                .map(Party::department)
                                .toList()));
        return Stream.concat(ofCase, ofRequests).toList();
    }

    private static List<SpanLine> history(Ownership own) {
        return own.spans().stream()
                .map(it -> new SpanLine(it.requestId(), it.owner(), it.from(), it.until()))
                .toList();
    }

    private static Optional<Instant> since(Ownership own, @Nullable RequestId id) {
        return own.spans().stream()
                .filter(it -> it.until() == null && Objects.equals(it.requestId(), id))
                .map(Ownership.Span::from)
                .findFirst();
    }

    private static Map<String, Long> asOf(CaseView<RoutingState> view) {
        Map<String, Long> asOf = new TreeMap<>(view.positions());
        asOf.put(RoutingDefinition.STREAM, view.sequences().getOrDefault(RoutingDefinition.STREAM, 0L));
        return asOf;
    }
}
