package io.redress.routing.domain;

import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who answers for what at this instant: exactly one for the open case and for each of its open requests (R70).
 *
 * @param ofCase empty while nobody has complained, and once it is over
 * @param ofRequests what is offered is still its giver's
 */
public record Owners(Optional<Party> ofCase, Map<RequestId, Party> ofRequests) {
    private static final Owners NOBODY = new Owners(Optional.empty(), Map.of());

    public static Owners of(CaseState state) {
        return switch (state) {
            case Unheard _, Ended _ -> NOBODY;
            case Heard(var complaint, var _, var _) ->
                new Owners(Optional.of(Party.consultant(complaint.owner().id())), Map.of());
            case Paused paused -> of(paused.beneath());
            case Routed routed ->
                new Owners(Optional.of(Party.consultant(routed.routing().owner().id())), requests(routed));
        };
    }

    private static Map<RequestId, Party> requests(Routed routed) {
        Map<RequestId, Party> owners = new TreeMap<>(java.util.Comparator.comparing(RequestId::value));
        routed.requests()
                .forEach(it -> ownerOf(it, routed.requests())
                        .ifPresent(by -> owners.put(it.ask().id(), by)));
        return owners;
    }

    /** Empty for what nobody has to answer any more. */
    public static Optional<Party> ownerOf(Request request, List<Request> all) {
        return switch (request) {
            case Request.Open(var ask) -> Optional.of(Party.department(ask.department()));
            case Request.OnOffer(var ask, var _) -> Optional.of(Party.department(ask.department()));
            case Request.Offered(var _, var insteadOf) ->
                all.stream()
                        .filter(it -> it.ask().id().equals(insteadOf))
                        .map(it -> Party.department(it.ask().department()))
                        .findFirst();
            case Request.Answered _, Request.PassedOn _, Request.Refused _, Request.Withdrawn _ -> Optional.empty();
        };
    }
}
