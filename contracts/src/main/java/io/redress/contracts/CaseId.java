package io.redress.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a case: a UUID in its canonical lower-case form (version 7 where we make it, RFC 9562). */
public record CaseId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @JsonCreator
    public CaseId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Expected a case id (a UUID in lower case), but got " + Bounds.shown(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
