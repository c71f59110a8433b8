package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ClosingEvent.CaseReopened;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.resolution.domain.ClosingCommand.Reopen;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.ResolutionFact.Published;
import io.redress.resolution.domain.ResolutionFact.ReroutingLearned;
import io.redress.resolution.domain.regulation.Regulations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a case opens again, and what it waits for then. */
final class Reopening {
    private static final String WISH = "reopening-";

    private Reopening() {}

    /** The wish under which routing asks for what a reopened case needs. */
    static String wanted(int reopening) {
        return WISH + reopening;
    }

    /** A reopened case waits for the answer to what was asked because of it. */
    static Optional<ResolutionFact> awaited(ResolutionCase known, RequestRaised raised) {
        Background background = known.background();
        return background != null
                        && wanted(known.assurances().closure().reopenings()).equals(raised.wantedId())
                        && known.progress() instanceof Gathering gathering
                        && gathering.required() == null
                ? Optional.of(new ReroutingLearned(
                        background, new Requirement(List.of(raised.requestId())), gathering.earlier()))
                : Optional.empty();
    }

    static Decision<ResolutionFact> decide(ResolutionCase known, Reopen command, Instant now) {
        Closure closure = known.assurances().closure();
        if (!(known.progress() instanceof Closed closed)) {
            return isDone(known, command)
                    ? Decision.nothing()
                    : Decision.reject("not-closed", "Expected a closed case, but it is open.");
        }
        Instant until = Optional.ofNullable(closure.reopenableUntil())
                .orElseGet(
                        () -> Regulations.NONE.reopenableUntil(closed.closed().closedAt()));
        if (now.isAfter(until)) {
            return Decision.reject(
                    "reopening-window-over",
                    "Expected a case that could be opened again until now, but that was possible until " + until
                            + ". Please file a new complaint that names case "
                            + closed.background().caseId() + ".");
        }
        return Decision.accept(new Published(new CaseReopened(
                closed.background().caseId(),
                command.reason(),
                command.by(),
                now,
                closure.reopenings() + 1,
                closure.proposals())));
    }

    static boolean isDone(ResolutionCase known, Reopen command) {
        CaseReopened done = known.assurances().closure().reopened();
        return done != null
                && !(known.progress() instanceof Closed)
                && done.reason().equals(command.reason())
                && done.by().equals(command.by());
    }
}
