package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.WaitCommand.AwaitStatement;
import io.redress.routing.domain.WaitCommand.EndStatement;
import io.redress.routing.domain.WaitCommand.NoteStatementCleared;
import io.redress.routing.domain.WaitFact.StatementAgreed;
import io.redress.routing.domain.WaitFact.StatementNoted;
import io.redress.routing.domain.WaitFact.StatementSettled;
import io.redress.routing.domain.Waiting.Unsaid;
import java.time.Instant;
import java.util.List;

/** Who is waited for to agree before something is said to the customer in our own words. */
final class AwaitingStatements {
    /** Agreements that are waited for in a case at once. */
    static final int MOST = 60;

    private final Departments departments;

    AwaitingStatements(Departments departments) {
        this.departments = departments;
    }

    /** What is beyond the bound needs the same agreement; only nobody is shown to wait for it. */
    Decision<RoutingFact> await(Routed routed, AwaitStatement command) {
        // Whoever must agree is read by a second pair of eyes, too; where nobody must, a colleague is the nearest.
        List<DepartmentCode> awaited =
                command.departments().isEmpty() ? List.of(command.department()) : command.departments();
        return routed.waiting().unsaid().size() + awaited.size() > MOST
                ? nothing()
                : accept(new StatementNoted(awaited.stream()
                        .distinct()
                        .map(on -> new Unsaid(
                                command.statementId(),
                                command.department(),
                                on,
                                command.heldAt(),
                                limit(on, command.heldAt())))
                        .toList()));
    }

    private Instant limit(DepartmentCode on, Instant heldAt) {
        return departments.dueAt(NextOwner.of(on, departments).department(), heldAt);
    }

    static Decision<RoutingFact> noteCleared(Routed routed, NoteStatementCleared command) {
        return routed.waiting().unsaid().stream()
                        .anyMatch(it -> it.statementId().equals(command.statementId())
                                && it.on().equals(command.department()))
                ? accept(new StatementAgreed(command.statementId(), command.department()))
                : nothing();
    }

    static Decision<RoutingFact> end(Routed routed, EndStatement command) {
        return routed.waiting().unsaid().stream()
                        .anyMatch(it -> it.statementId().equals(command.statementId()))
                ? accept(new StatementSettled(command.statementId()))
                : nothing();
    }
}
