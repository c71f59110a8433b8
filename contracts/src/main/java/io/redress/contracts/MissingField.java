package io.redress.contracts;

import org.jspecify.annotations.Nullable;

/**
 * What a request lacks of what a department needs to begin (R66, R79, R93).
 *
 * @param name as the department calls it
 * @param meaning for people
 * @param example in the form that the department reads
 * @param suppliedBy who can say it, where that is known
 * @param prerequisite whether somebody has to do something before it can be said
 */
public record MissingField(
        String name,
        String meaning,
        String example,
        @Nullable DepartmentCode suppliedBy,
        @Nullable Boolean prerequisite) {
    public MissingField {
        Bounds.text("the name of a field", name, Limits.KEY);
        Bounds.text("the meaning of a field", meaning, Limits.NOTE);
        Bounds.text("an example of a field", example, Limits.FIELD);
    }
}
