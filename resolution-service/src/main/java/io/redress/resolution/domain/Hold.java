package io.redress.resolution.domain;

import io.redress.contracts.CaseId;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * So much is kept for one case.
 *
 * @param id the same whatever is repeated, and never used for another hold
 * @param part the slot; empty for a stock or a budget
 * @param until after which it may be given to others, unless it is taken
 * @param taken whether the customer has chosen it; then only its case gives it back
 */
public record Hold(String id, CaseId caseId, String part, BigDecimal quantity, Instant until, boolean taken) {

    Hold until(Instant later) {
        return new Hold(id, caseId, part, quantity, later, taken);
    }

    Hold asTaken() {
        return new Hold(id, caseId, part, quantity, until, true);
    }
}
