package io.redress.department.domain;

import io.redress.contracts.RoutingEvent.RequestRaised;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What held when a request began, and holds until it ends, whatever its department publishes meanwhile (R80).
 *
 * @param charterVersion of the department; 0 where it had published nothing
 * @param firstAnswerBy by when it was to say something
 * @param resolveBy by when it was to answer; what is agreed later is another date
 * @param progressEvery of its working time at most between two reports of how far it is
 * @param contact whom to speak with where nobody has taken it up yet; absent where the department named nobody
 */
public record RequestTerms(
        int charterVersion,
        Instant firstAnswerBy,
        Instant resolveBy,
        Duration progressEvery,
        @Nullable Contact contact) {

    /** Of a department that names nobody to speak with. */
    public RequestTerms(int charterVersion, Instant firstAnswerBy, Instant resolveBy, Duration progressEvery) {
        this(charterVersion, firstAnswerBy, resolveBy, progressEvery, null);
    }

    /** Of a request that is raised under this charter. */
    static RequestTerms of(RequestRaised raised, Charter charter) {
        return of(raised.raisedAt(), raised.dueAt(), charter);
    }

    static RequestTerms of(Instant raisedAt, Instant dueAt, Charter charter) {
        Instant first = charter.calendar().add(raisedAt, charter.ola().firstAnswer());
        return new RequestTerms(
                charter.version(),
                first.isBefore(dueAt) ? first : dueAt,
                dueAt,
                charter.progressEvery(),
                charter.content().contact());
    }
}
