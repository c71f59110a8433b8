package io.redress.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Somebody who waits, is waited on, or owns something: {@code customer}, {@code consultant:<id>} or
 * {@code department:<code>}.
 */
public record Party(@JsonValue String value) {
    private static final String CONSULTANT = "consultant:";
    private static final String DEPARTMENT = "department:";
    private static final Pattern FORM =
            Pattern.compile("customer|consultant:[^\\s\\p{Cntrl}][^\\p{Cntrl}]{0,199}|department:[a-z][a-z-]{1,30}");

    /** The customer of the case. */
    public static final Party CUSTOMER = new Party("customer");

    @JsonCreator
    public Party {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Expected customer, consultant:<id> or department:<code>, but got " + Bounds.shown(value));
        }
    }

    /** A person of the front desk. */
    public static Party consultant(String id) {
        return new Party(CONSULTANT + id);
    }

    public static Party department(DepartmentCode code) {
        return new Party(DEPARTMENT + code.value());
    }

    public boolean isDepartment() {
        return value.startsWith(DEPARTMENT);
    }

    public boolean isConsultant() {
        return value.startsWith(CONSULTANT);
    }

    /** The consultant's id or the department's code; empty for the customer. */
    public String id() {
        int colon = value.indexOf(':');
        return colon < 0 ? "" : value.substring(colon + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
