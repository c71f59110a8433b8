package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.KnownProblemEvent.KnownProblemChanged;
import io.redress.contracts.KnownProblemEvent.KnownProblemEnded;
import io.redress.contracts.KnownProblemEvent.KnownProblemRecorded;
import io.redress.routing.domain.ProblemCommand.ChangeProblem;
import io.redress.routing.domain.ProblemCommand.EndProblem;
import io.redress.routing.domain.ProblemCommand.RecordProblem;
import io.redress.routing.domain.ProblemFact.ProblemTold;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.ProblemKnown;
import io.redress.routing.domain.RoutingState.Unheard;
import io.redress.routing.domain.knowledge.RecordedProblem;
import io.redress.routing.domain.knowledge.RecordedProblem.Ending;
import java.time.Instant;

/** A known problem from its record to its end. What was linked to it stays linked. */
final class Problems {
    private static final String TIME = "time";

    private Problems() {}

    static Decision<RoutingFact> decide(RoutingState state, ProblemCommand command, Instant now) {
        return switch (state) {
            case ProblemKnown(var known) -> decide(known, command, now);
            case Unheard _ when command instanceof RecordProblem(var problem) -> accept(recorded(problem));
            case CaseState _, RoutingState.Document _ ->
                reject("unknown-problem", "Expected a known problem, but there is none");
        };
    }

    private static Decision<RoutingFact> decide(RecordedProblem known, ProblemCommand command, Instant now) {
        return switch (command) {
            case RecordProblem(var problem) ->
                problem.fingerprint().equals(known.fingerprint())
                        ? nothing()
                        : reject(
                                "idempotency-key-reused",
                                "Expected a new Idempotency-Key for another request, but it was used before");
            case ChangeProblem _ when !known.isOpen() -> over();
            case ChangeProblem(var problem, var by) -> {
                RecordedProblem after = known.changed(problem, now);
                yield accept(new ProblemTold(new KnownProblemChanged(known.id(), after.problem(), by, now), after));
            }
            case EndProblem _ when !known.isOpen() -> over();
            case EndProblem(var reason, var by) -> accept(ended(known, reason, by, now));
        };
    }

    /** Ends what has said itself until when it holds. */
    static Decision<RoutingFact> noticeTime(RecordedProblem known, Instant now) {
        Instant until = known.problem().validUntil();
        return known.isOpen() && until != null && !now.isBefore(until)
                ? accept(ended(known, "The time for which it was recorded is over.", TIME, now))
                : nothing();
    }

    /** Somebody mistook a case for a known problem, or the other way round. */
    static Decision<RoutingFact> noCase() {
        return reject("unknown-case", "Expected the id of a case, but it is not one");
    }

    private static ProblemTold recorded(RecordedProblem problem) {
        return new ProblemTold(
                new KnownProblemRecorded(problem.id(), problem.problem(), problem.by(), problem.recordedAt()), problem);
    }

    private static ProblemTold ended(RecordedProblem known, String reason, String by, Instant now) {
        return new ProblemTold(
                new KnownProblemEnded(known.id(), reason, by, now), known.ended(new Ending(reason, by, now)));
    }

    private static Decision<RoutingFact> over() {
        return reject("ended", "Expected a problem that is still open, but it has ended");
    }
}
