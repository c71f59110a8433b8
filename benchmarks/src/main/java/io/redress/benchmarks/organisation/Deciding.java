package io.redress.benchmarks.organisation;

import io.redress.contracts.CaseEvent;
import io.redress.contracts.CooperationEvent.QuestionAsked;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RoutingEvent.OwnerDecisionRequested;
import io.redress.contracts.WaitEvent.WaitCycleFound;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.Speaker;
import io.redress.routing.domain.OwnershipCommand.AssignRequest;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.WaitCommand.DecideWhoGoesFirst;
import java.util.Set;

/** Those who are asked on the way: superiors decide whose it is and who goes first, and questions back are answered. */
final class Deciding implements Player {
    private static final String SUPERIOR = "Sam Superior";

    private final World world;

    Deciding(World world) {
        this.world = world;
    }

    @Override
    public void hear(CaseEvent event) {
        switch (event) {
            case OwnerDecisionRequested it
            when !it.declinedBy().isEmpty() ->
                decide(
                        it.caseId().value(),
                        new AssignRequest(it.requestId(), it.declinedBy().getFirst(), "It was asked first.", SUPERIOR));
            case WaitCycleFound it ->
                decide(
                        it.caseId().value(),
                        new DecideWhoGoesFirst(it.cycleId(), it.requests().getFirst(), "It came first.", SUPERIOR));
            case QuestionAsked it -> asked(it);
            default -> {}
        }
    }

    private void decide(String caseId, RoutingCommand decision) {
        world.within(
                world.plan().decides(),
                "decision",
                Long.toString(world.services().events()),
                () -> world.services().tellRouting(caseId, decision));
    }

    private void asked(QuestionAsked it) {
        Speaker speaker = it.to().isDepartment()
                ? new Speaker(
                        it.to().id(), false, Set.of(new DepartmentCode(it.to().id())))
                : World.CONSULTANT;
        world.within(
                world.plan().answersQuestions(),
                "question",
                it.requestId().value() + it.questionId(),
                () -> world.services()
                        .tellDepartments(
                                it.caseId().value(),
                                new AnswerQuestion(it.caseId(), it.questionId(), speaker, "It is this one.", null)));
    }
}
