package io.redress.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names an incident: a UUID in its canonical lower-case form, like a case's, so that it can be a record's key, too. */
public record IncidentId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @JsonCreator
    public IncidentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Expected an incident id (a UUID in lower case), but got " + Bounds.shown(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
