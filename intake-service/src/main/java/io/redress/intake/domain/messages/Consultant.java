package io.redress.intake.domain.messages;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Owner;
import java.util.List;

/**
 * A person of the front desk who owns cases towards the customer (R59, R138).
 *
 * @param languages ISO 639-1, the ones this person answers in
 */
public record Consultant(String id, String name, List<String> languages) {

    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");

    /** The consultant as owner of a case. */
    public Owner asOwner() {
        return new Owner(id, name, FRONT_DESK);
    }
}
