package io.redress.resolution.adapter.http;

import io.redress.chassis.lanes.CaseView;
import io.redress.resolution.domain.Reservation;
import io.redress.resolution.domain.Reservation.Stage;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is held for an option until when.
 *
 * @param taken whether the customer has chosen it; then it has no end
 */
record ReservedLine(String optionId, String resource, String quantity, boolean taken, Instant until) {

    static @Nullable List<ReservedLine> of(CaseView<ResolutionState> view) {
        List<ReservedLine> lines = ResolutionRules.caseOf(view.state()).assurances().reservations().lines().stream()
                .filter(Reservation::isKept)
                .map(line -> new ReservedLine(
                        line.optionId(), line.resource(), line.quantity(), line.stage() == Stage.TAKEN, line.until()))
                .toList();
        return lines.isEmpty() ? null : lines;
    }
}
