package io.redress.department.domain;

import io.redress.contracts.RoutingEvent.CaseRouted;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a case knows from its beginning. Nothing in it says who the customer is.
 *
 * @param received the day on which the customer said it, in UTC
 */
public record Background(
        @Nullable String product,
        @Nullable String region,
        @Nullable LocalDate received) {
    static final Background NONE = new Background(null, null, null);

    public static Background of(CaseRouted routed) {
        return new Background(
                routed.product(),
                routed.region(),
                routed.receivedAt() == null ? null : LocalDate.ofInstant(routed.receivedAt(), ZoneOffset.UTC));
    }
}
