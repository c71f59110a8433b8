package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.IntakeEvent.StepDeviated;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.Progress.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Other departments see to it after a revised diagnosis, and the customer hears so once (R6). */
final class Redirecting {
    private final Messages messages;
    private final Promises promises;

    Redirecting(Messages messages, Promises promises) {
        this.messages = messages;
        this.promises = promises;
    }

    Decision<IntakeFact> hear(Filed filed, CaseRerouted rerouted, String eventId, Instant now) {
        Progress involving = filed.progress().involving(involved(rerouted)).waiting(asked(filed, rerouted));
        boolean othersNow = !rerouted.added().isEmpty() || !rerouted.released().isEmpty();
        if (!othersNow || filed.progress().step().compareTo(Step.EXECUTE) >= 0) {
            return Decision.accept(new MovedOn(involving));
        }
        Instant by = nextUpdate(filed, now);
        List<IntakeFact> facts = new ArrayList<>();
        if (rerouted.involvements().isEmpty()) {
            facts.add(new MovedOn(involving.at(involving.step(), Status.OPEN, Outlook.of(filed.diagnosis(), by))));
            facts.add(messages.about(filed, new Occasion.Received(by), eventId, now));
            return Decision.accept(facts);
        }
        boolean back =
                filed.progress().step() == Step.PROPOSE && !rerouted.added().isEmpty();
        boolean stays = filed.progress().step() == Step.PROPOSE && !back;
        if (back) {
            facts.add(Deviations.told(filed, StepDeviated.Move.REVISITED, Step.COORDINATE, rerouted.reason(), now));
        }
        facts.add(new MovedOn(
                stays
                        ? involving
                        : involving.at(Step.COORDINATE, Status.OPEN, new Next(NextStep.DEPARTMENT_ANSWERS, by))));
        if (!stays) {
            facts.add(messages.about(filed, new Occasion.UnderstoodAnew(by), eventId, now));
        }
        return Decision.accept(facts);
    }

    /** A date that was promised before stands. */
    private Instant nextUpdate(Filed filed, Instant now) {
        Next next = filed.progress().next();
        return next != null
                        && next.what() == NextStep.DEPARTMENT_ANSWERS
                        && next.by().isAfter(now)
                ? next.by()
                : now.plus(promises.update());
    }

    private static Waits asked(Filed filed, CaseRerouted rerouted) {
        return filed.progress()
                .waits()
                .asking(
                        rerouted.involvements().stream()
                                .map(it -> it.requestId().value())
                                .toList(),
                        WaitsFor.examinationOf(rerouted.nature()));
    }

    private static List<DepartmentCode> involved(CaseRerouted rerouted) {
        return Stream.concat(
                        Stream.ofNullable(rerouted.lead()),
                        rerouted.involvements().stream().map(Involvement::department))
                .distinct()
                .toList();
    }
}
