package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.intake.domain.DrillCommand.AnswerCustomer;
import io.redress.intake.domain.DrillCommand.EndDrill;
import io.redress.intake.domain.DrillCommand.StartDrill;
import io.redress.intake.domain.DrillFact.CustomerAnswered;
import io.redress.intake.domain.DrillFact.DrillEnded;
import io.redress.intake.domain.DrillFact.DrillStarted;
import io.redress.intake.domain.IntakeState.Drilled;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.IntakeState.Known;
import io.redress.intake.domain.IntakeState.Organisation;
import io.redress.intake.domain.IntakeState.Prepared;
import io.redress.intake.domain.IntakeState.Unfiled;
import io.redress.intake.domain.drills.Drill;
import io.redress.intake.domain.drills.Drill.Outcome;
import io.redress.intake.domain.drills.Drillmaster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Consultants train with customers who are not real (R142): nothing that happens here is told to anybody. */
final class Drilling {
    /** Whoever has not gone on by then has broken it off. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Drillmaster master;

    Drilling(Drillmaster master) {
        this.master = master;
    }

    Decision<IntakeFact> decide(IntakeState state, DrillCommand command, Instant now) {
        return switch (state) {
            case Unfiled _ when command instanceof StartDrill start -> begin(start, now);
            case Unfiled _ -> Decision.reject("unknown-drill", "Expected a drill that was started");
            case Drilled(var drill) -> decide(drill, command, now);
            case Known _, Filed _, Prepared _, Organisation _, IntakeState.Remedied _ ->
                Decision.reject("not-a-drill", "Expected a drill, but this is something else");
        };
    }

    private Decision<IntakeFact> decide(Drill drill, DrillCommand command, Instant now) {
        return switch (command) {
            case StartDrill start when isSame(drill, start) -> Decision.nothing();
            case StartDrill _ ->
                Decision.reject(
                        "idempotency-key-reused", "Expected a new Idempotency-Key for a new drill, but it was used");
            case AnswerCustomer answer -> answer(drill, answer, now);
            case EndDrill _ when drill.ended() -> Decision.nothing();
            case EndDrill _ -> Decision.accept(new DrillEnded(Outcome.BROKEN_OFF, now));
        };
    }

    private static boolean isSame(Drill drill, StartDrill start) {
        return drill.scenario().equals(start.scenario())
                && drill.language().equals(start.language())
                && drill.consultant().equals(start.consultant());
    }

    private Decision<IntakeFact> begin(StartDrill start, Instant now) {
        return master.opening(start.scenario(), start.language(), now)
                .map(opening -> Decision.<IntakeFact>accept(new DrillStarted(new Drill(
                        start.consultant(),
                        start.name(),
                        start.scenario(),
                        start.language(),
                        List.of(opening),
                        now,
                        null,
                        null))))
                .orElseGet(() -> Decision.reject("unknown-scenario", "Expected a scenario that there is"));
    }

    private Decision<IntakeFact> answer(Drill drill, AnswerCustomer command, Instant now) {
        Optional<Drill.Answer> before = drill.answerOf(command.turn());
        if (before.isPresent()) {
            return before.get().text().equals(command.text())
                    ? Decision.nothing()
                    : Decision.reject("answered-already", "Expected a turn without answer, but this one has another");
        }
        if (drill.ended()) {
            return Decision.reject("drill-ended", "Expected a drill that goes on, but it has ended");
        }
        if (command.turn() != drill.exchanges().size()) {
            return Decision.reject(
                    "not-this-turn",
                    "Expected an answer to turn " + drill.exchanges().size() + ", but got one to " + command.turn());
        }
        return master.judge(drill, command.text(), now)
                .map(answer -> answered(drill, answer, now))
                .orElseGet(() -> Decision.reject(
                        "scenario-withdrawn", "Expected a scenario that is still trained, but it was withdrawn"));
    }

    private Decision<IntakeFact> answered(Drill drill, Drill.Answer answer, Instant now) {
        boolean calmed = answer.judgement().calming();
        return master.next(drill, calmed, now)
                .map(next -> Decision.<IntakeFact>accept(new CustomerAnswered(answer, next)))
                .orElseGet(() -> Decision.accept(
                        new CustomerAnswered(answer, null),
                        new DrillEnded(calmed ? Outcome.CALMED : Outcome.ESCALATED, now)));
    }

    static Decision<IntakeFact> whenDue(Drill drill, Instant now) {
        return nextDue(drill).filter(due -> !due.isAfter(now)).isPresent()
                ? Decision.accept(new DrillEnded(Outcome.BROKEN_OFF, now))
                : Decision.nothing();
    }

    static Optional<Instant> nextDue(Drill drill) {
        return drill.ended() ? Optional.empty() : Optional.of(drill.startedAt().plus(LONGEST));
    }

    static IntakeState evolve(IntakeState state, DrillFact fact) {
        return switch (fact) {
            case DrillStarted(var drill) -> new Drilled(drill);
            case CustomerAnswered(var answer, var next)
            when state instanceof Drilled(var drill) -> new Drilled(drill.with(answer, next));
            case DrillEnded(var outcome, var at)
            when state instanceof Drilled(var drill) -> new Drilled(drill.ended(outcome, at));
            case CustomerAnswered _, DrillEnded _ -> state;
        };
    }
}
