package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.CooperationEvent.RequestWanted;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.KnowledgeEvent;
import io.redress.contracts.OwnershipEvent;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ReviewEvent;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.SilenceEvent;
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.contracts.WaitEvent;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Status;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What the other services say moves the case on, and the customer hears what concerns them. */
final class Hearing {
    private final Messages messages;
    private final Redirecting redirecting;
    private final Reestimating reestimating;
    private final HearingResolution resolution;

    Hearing(Messages messages, Promises promises) {
        this.messages = messages;
        this.redirecting = new Redirecting(messages, promises);
        this.reestimating = new Reestimating(messages, promises);
        this.resolution = new HearingResolution(messages, promises);
    }

    Decision<IntakeFact> hear(Filed filed, Hear hear, Instant now) {
        return switch (hear.event()) {
            case RoutingEvent.CaseRerouted rerouted -> redirecting.hear(filed, rerouted, hear.eventId(), now);
            case DateReestimated moved -> reestimating.hear(filed, moved, hear.eventId(), now);
            case RoutingEvent event -> heardFromRouting(filed, event);
            case DepartmentEvent event -> heardFromDepartment(filed, event);
            case ResolutionEvent event -> resolution.hear(filed, event, hear.eventId(), now);
            case ReviewEvent event -> heardFromReview(filed, event, hear.eventId(), now);
            default -> Decision.nothing();
        };
    }

    /** Other topics may be ahead of routing's, so a case that is further already only learns who is involved. */
    private static Decision<IntakeFact> heardFromRouting(Filed filed, RoutingEvent event) {
        return switch (event) {
            case CaseRouted routed -> {
                Progress involving =
                        filed.progress().involving(involved(routed)).waiting(asked(filed, routed));
                boolean first = filed.progress().step().compareTo(Step.COORDINATE) < 0;
                yield Decision.accept(new MovedOn(
                        first && routed.lead() != null
                                ? involving.at(
                                        Step.COORDINATE,
                                        Status.OPEN,
                                        filed.progress().next())
                                : involving));
            }
            case RoutingEvent.RequestRedirected redirected ->
                Decision.accept(new MovedOn(involvingToo(filed, redirected.to())
                        .waiting(filed.progress()
                                .waits()
                                .replaced(
                                        redirected.requestId().value(),
                                        redirected.replacedBy().value(),
                                        examination(filed)))));
            // Who is asked to take it over may read the case; what is waited for does not change before they accept.
            case OwnershipEvent.OwnershipOffered offered
            when offered.to().isDepartment() ->
                Decision.accept(new MovedOn(
                        involvingToo(filed, new DepartmentCode(offered.to().id()))));
            case OwnershipEvent.OwnershipOffered _ -> Decision.nothing();
            case RoutingEvent.RequestWithdrawn withdrawn ->
                Decision.accept(new MovedOn(filed.progress()
                        .waiting(filed.progress()
                                .waits()
                                .answered(withdrawn.requestId().value()))));
            case RoutingEvent.CaseRerouted _,
                    RoutingEvent.CaseSettled _,
                    RoutingEvent.RequestRaised _,
                    RoutingEvent.OwnerDecisionRequested _,
                    RoutingEvent.CasePaused _,
                    RoutingEvent.CaseResumed _,
                    RoutingEvent.SolutionsRequested _,
                    OwnershipEvent.OfferReturned _,
                    OwnershipEvent.OwnershipMoved _,
                    OwnershipEvent.OwnerDecided _,
                    OwnershipEvent.HandoverDecisionRequested _,
                    WaitEvent _,
                    SilenceEvent _,
                    KnowledgeEvent _ -> Decision.nothing();
        };
    }

    private static Progress involvingToo(Filed filed, DepartmentCode department) {
        return filed.progress()
                .involving(Stream.concat(filed.progress().departments().stream(), Stream.of(department))
                        .distinct()
                        .toList());
    }

    /** Who has a part in a case, the leading one first. */
    static List<DepartmentCode> involved(CaseRouted routed) {
        return Stream.concat(
                        Stream.ofNullable(routed.lead()),
                        routed.involvements().stream().map(RoutingEvent.Involvement::department))
                .distinct()
                .toList();
    }

    private static Waits asked(Filed filed, CaseRouted routed) {
        return filed.progress()
                .waits()
                .asking(
                        routed.involvements().stream()
                                .map(it -> it.requestId().value())
                                .toList(),
                        WaitsFor.examinationOf(routed.nature()));
    }

    private static WaitsFor examination(Filed filed) {
        return WaitsFor.examinationOf(filed.diagnosis().hypotheses().getFirst().nature());
    }

    /** An answer does not move the case; it ends a wait, as far as the case waited for it. */
    private static Decision<IntakeFact> heardFromDepartment(Filed filed, DepartmentEvent event) {
        if (event instanceof HelpRequested help) {
            return helped(filed, help.from());
        }
        if (event instanceof RequestWanted wanted) {
            return helped(filed, wanted.from());
        }
        if (!(event instanceof DepartmentEvent.RequestAnswered answered) || answered.kind() == RequestKind.EXECUTION) {
            return Decision.nothing();
        }
        return Decision.accept(new MovedOn(filed.progress()
                .waiting(filed.progress().waits().answered(answered.requestId().value()))));
    }

    /** Who helps another department sees the case as well (R85). */
    private static Decision<IntakeFact> helped(Filed filed, DepartmentCode by) {
        List<DepartmentCode> departments = filed.progress().departments();
        return departments.contains(by)
                ? Decision.nothing()
                : Decision.accept(new MovedOn(filed.progress()
                        .involving(Stream.concat(departments.stream(), Stream.of(by))
                                .toList())));
    }

    private Decision<IntakeFact> heardFromReview(Filed filed, ReviewEvent event, String id, Instant now) {
        return switch (event) {
            case ReviewEvent.SurveyInvited invited ->
                Decision.accept(messages.about(filed, new Occasion.Survey(invited.dueAt()), id, now));
            // The case may be open again meanwhile, and then something else comes next.
            case ReviewEvent.ReviewCompleted _ when filed.progress().status() != Status.CLOSED -> Decision.nothing();
            case ReviewEvent.ReviewCompleted _ ->
                Decision.accept(new MovedOn(filed.progress()
                        .at(filed.progress().step(), filed.progress().status(), null)));
            case ReviewEvent.SurveyAnswered answered ->
                Decision.accept(new IntakeFact.AftermathNoted(new Aftermath(answered.score(), answered.answeredAt())));
            case ReviewEvent.ReviewOpened _, ReviewEvent.ReviewOverdue _ -> Decision.nothing();
        };
    }
}
