package io.redress.intake.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.contracts.Owner;
import io.redress.intake.application.IntakeDefinition;
import io.redress.intake.application.PrepareShipments;
import io.redress.intake.application.PrepareShipments.Preparation;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where mass shipments are told of. The reference names the intention, so that no other key is needed. */
@RestController
class ShipmentEndpoint {
    private final PrepareShipments shipments;

    ShipmentEndpoint(PrepareShipments shipments) {
        this.shipments = shipments;
    }

    @PostMapping("/api/v1/shipments")
    Mono<ResponseEntity<ShipmentAnswer>> tell(
            @RequestBody ShipmentBody body,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        return shipments
                .prepare(body.recipient(), body.shipment(), caller.subject(), traceparent)
                .map(ShipmentEndpoint::answer);
    }

    private static ResponseEntity<ShipmentAnswer> answer(Preparation preparation) {
        return switch (preparation) {
            case Preparation.NotNeeded(var reason) -> ResponseEntity.ok(new ShipmentAnswer(false, null, null, reason));
            case Preparation.Reused(var explanation) ->
                throw Refusal.unprocessable("shipment-reference-reused", explanation);
            case Preparation.Opened(var view, var prepared, var replayed) ->
                Answers.created(
                        URI.create("/api/v1/cases/" + view.id()),
                        new Answers.Written(
                                view.id(),
                                view.version(),
                                Positions.of(
                                        IntakeDefinition.STREAM,
                                        view.sequences().getOrDefault(IntakeDefinition.STREAM, 0L)),
                                replayed),
                        new ShipmentAnswer(
                                true,
                                new CaseId(view.id()),
                                prepared.opened().owner(),
                                prepared.opened().reason()));
        };
    }

    /**
     * What came of it.
     *
     * @param caseNeeded whether the shipment is watched
     * @param owner who answers for it
     */
    record ShipmentAnswer(
            boolean caseNeeded,
            @Nullable CaseId caseId,
            @Nullable Owner owner,
            String reason) {}
}
