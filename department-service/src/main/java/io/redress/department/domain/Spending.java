package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.department.domain.UrgencyWeekCommand.KeepJudgement;
import io.redress.department.domain.UrgencyWeekCommand.Spend;
import io.redress.department.domain.UrgencyWeekFact.JudgementKept;
import io.redress.department.domain.UrgencyWeekFact.Spent;
import java.util.List;
import java.util.Objects;

/** A week never spends more than the allowance, whoever asks at the same time (R91). */
final class Spending {
    private Spending() {}

    static Decision<DepartmentFact> decide(DepartmentState state, UrgencyWeekCommand command) {
        return switch (command) {
            case Spend spend -> spend(state, spend);
            case KeepJudgement(var id, var justified) ->
                state instanceof UrgencyWeek week
                                && week.payments().stream()
                                        .anyMatch(it ->
                                                it.requestId().equals(id) && !Objects.equals(it.justified(), justified))
                        ? accept(new JudgementKept(id, justified))
                        : nothing();
        };
    }

    private static Decision<DepartmentFact> spend(DepartmentState state, Spend command) {
        Urgency urgency = command.urgency();
        UrgencyWeek week = of(state, urgency);
        if (urgency.cost() == 0 || week.paidFor(urgency.requestId())) {
            return nothing();
        }
        int allowance = Math.clamp(command.allowance(), 0, UrgencyWeek.MOST);
        return week.spent() + urgency.cost() > allowance
                ? reject(
                        "urgency-spent",
                        "Expected urgency within the allowance of " + urgency.requester() + " in " + urgency.week()
                                + ": " + week.spent() + " of " + allowance + " are spent, and this costs "
                                + urgency.cost())
                : accept(new Spent(
                        urgency.requester(),
                        urgency.week(),
                        allowance,
                        new UrgencyWeek.Payment(
                                urgency.requestId(),
                                urgency.department(),
                                urgency.cost(),
                                urgency.cause(),
                                urgency.ownMaking() != null,
                                urgency.by(),
                                urgency.askedAt(),
                                null)));
    }

    private static UrgencyWeek of(DepartmentState state, Urgency urgency) {
        return state instanceof UrgencyWeek week
                ? week
                : new UrgencyWeek(urgency.requester(), urgency.week(), 0, List.of());
    }

    static UrgencyWeek after(DepartmentState state, UrgencyWeekFact fact) {
        return switch (state) {
            case UrgencyWeek week -> week.after(fact);
            default ->
                fact instanceof Spent spent
                        ? new UrgencyWeek(spent.requester(), spent.week(), spent.allowance(), List.of()).after(spent)
                        : throwUnknown(fact);
        };
    }

    private static UrgencyWeek throwUnknown(UrgencyWeekFact fact) {
        throw new IllegalStateException("Expected a week in which something was spent before " + fact);
    }
}
