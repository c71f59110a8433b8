package io.redress.intake.domain.messages;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Owner;
import java.util.List;

/**
 * A person of the front desk who owns cases towards the customer (R59, R138).
 *
 * @param languages ISO 639-1, the ones this person answers in
 * @param skills natures of complaints that this person knows best
 * @param calm how much temperament bears, 1 (little) to 5 (attacks and insults)
 * @param capacity how many open cases this person can care for
 */
public record Consultant(String id, String name, List<String> languages, List<String> skills, int calm, int capacity) {
    private static final int ORDINARY_CALM = 3;
    private static final int ORDINARY_CAPACITY = 100;

    /** Somebody without anything special. */
    public Consultant(String id, String name, List<String> languages) {
        this(id, name, languages, List.of(), ORDINARY_CALM, ORDINARY_CAPACITY);
    }

    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");

    /** The consultant as owner of a case. */
    public Owner asOwner() {
        return new Owner(id, name, FRONT_DESK);
    }
}
