package io.redress.routing.domain;

import io.redress.chassis.decide.Decision;
import io.redress.routing.domain.AbsenceCommand.EndAbsence;
import io.redress.routing.domain.AbsenceCommand.NoteAbsence;
import io.redress.routing.domain.AbsenceFact.AbsenceEnded;
import io.redress.routing.domain.AbsenceFact.AbsenceNoted;
import io.redress.routing.domain.RoutingCommand.NoticeTime;
import io.redress.routing.domain.RoutingState.Away;
import io.redress.routing.domain.RoutingState.Unheard;
import java.time.Instant;

/** An absence is a document of its own, since it concerns many cases. */
final class Absenting {
    private Absenting() {}

    /** @param state of a document that is no case yet */
    static Decision<RoutingFact> begin(RoutingState state, AbsenceCommand command) {
        return state instanceof Unheard(var early) && early.isEmpty() && command instanceof NoteAbsence(var absence)
                ? Decision.accept(new AbsenceNoted(absence))
                : Decision.reject("not-an-absence", "Expected an absence, but this is none");
    }

    static Decision<RoutingFact> decide(Away away, RoutingCommand command, Instant now) {
        return switch (command) {
            case NoteAbsence(var absence) ->
                absence.isSame(away.absence())
                        ? Decision.nothing()
                        : Decision.reject(
                                "idempotency-key-reused",
                                "Expected a new Idempotency-Key for another absence, but it was used");
            case EndAbsence _ -> away.hasEnded() ? Decision.nothing() : Decision.accept(new AbsenceEnded(now));
            case NoticeTime _
            when !away.hasEnded() && !now.isBefore(away.absence().until()) ->
                Decision.accept(new AbsenceEnded(away.absence().until()));
            case NoticeTime _ -> Decision.nothing();
            default -> Decision.reject("not-a-case", "Expected a case, but this is an absence");
        };
    }

    static RoutingState after(RoutingState state, AbsenceFact fact) {
        return switch (fact) {
            case AbsenceNoted(var absence) -> new Away(absence, null);
            case AbsenceEnded(var at) -> state instanceof Away(var absence, var _) ? new Away(absence, at) : state;
        };
    }
}
