package io.redress.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a department. A value, not an enum: adding a department must not change the contract (R71). */
public record DepartmentCode(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z-]{1,30}");

    @JsonCreator
    public DepartmentCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Expected a department code (2 to 31 lower-case letters and hyphens), but got "
                            + Bounds.shown(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
