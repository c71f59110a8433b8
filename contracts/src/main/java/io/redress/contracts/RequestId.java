package io.redress.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names one request of a case: the case id, a mark and a counter up to 99999, as in {@code 0198...-r2}. Derived from
 * the case, so that raising it twice gives the same request.
 */
public record RequestId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-r[1-9][0-9]{0,4}");

    @JsonCreator
    public RequestId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Expected a request id (<case id>-r<number>), but got " + Bounds.shown(value));
        }
    }

    /** The {@code number}-th request of a case, counted from 1. */
    public static RequestId of(CaseId caseId, int number) {
        return new RequestId(caseId.value() + "-r" + number);
    }

    /** The case this request belongs to. */
    public CaseId caseId() {
        return new CaseId(value.substring(0, 36));
    }

    @Override
    public String toString() {
        return value;
    }
}
