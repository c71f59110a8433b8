package io.redress.department.application;

import io.redress.department.domain.Counterpart;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Request;
import org.jspecify.annotations.Nullable;

/**
 * Whom to speak with about a request (R138).
 *
 * @param working in the department that is asked
 * @param asking on the side that needs it
 * @param consultant who answers for the case towards the customer; absent until that is known
 */
public record PeopleView(
        Counterpart working, Counterpart asking, @Nullable Counterpart consultant) {

    static PeopleView of(DepartmentCase state, Request request) {
        return new PeopleView(
                Counterpart.working(state, request),
                Counterpart.asking(state, request.ask()),
                Counterpart.answeringForCase(state));
    }
}
