package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.PromiseEvent.PromiseCorrected;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.contracts.PromiseEvent.PromiseMade;
import io.redress.contracts.ResolutionEvent.ChoiceUpheld;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A choice, and what goes on without one, is told with the date that is promised. A date that moves at this moment is left
 * to the promise, which tells it inside first (R125), and one that has passed is said by nobody.
 */
final class DatingChoices implements Following {

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        if (!(decided instanceof Decision.Accepted<ResolutionFact>(var facts))) {
            return decided;
        }
        if (facts.stream().anyMatch(DatingChoices::movesADate)) {
            return decided;
        }
        Instant goingOn = promised(before, now);
        Instant made = facts.stream()
                .flatMap(it ->
                        it instanceof Published(PromiseMade promise) ? Stream.of(promise.dueAt()) : Stream.empty())
                .findFirst()
                .orElse(null);
        return Decision.accept(
                facts.stream().map(fact -> dated(fact, goingOn, made)).toList());
    }

    private static ResolutionFact dated(ResolutionFact fact, @Nullable Instant goingOn, @Nullable Instant made) {
        return switch (fact) {
            case Published(ChoiceUpheld it)
            when it.reason() != ChoiceUpheld.Reason.DONE ->
                new Published(new ChoiceUpheld(
                        it.caseId(), it.proposalId(), it.optionId(), it.title(), it.upheldAt(), it.reason(), goingOn));
            case Published(OptionChosen it) ->
                new Published(new OptionChosen(
                        it.caseId(),
                        it.proposalId(),
                        it.optionId(),
                        it.title(),
                        it.by(),
                        it.chosenAt(),
                        it.optionsDigest(),
                        it.goesOn(),
                        Boolean.TRUE.equals(it.goesOn()) ? goingOn : made,
                        it.kept()));
            default -> fact;
        };
    }

    private static boolean movesADate(ResolutionFact fact) {
        return fact instanceof Published(var event)
                && (event instanceof PromiseInfeasible || event instanceof PromiseCorrected);
    }

    /** By when what is carried out is promised; absent where that is not known or has passed. */
    private static @Nullable Instant promised(ResolutionCase before, Instant now) {
        List<Promise> open = before.assurances().promises().open();
        return open.isEmpty() || !open.getLast().dueAt().isAfter(now)
                ? null
                : open.getLast().dueAt();
    }
}
