package io.redress.resolution.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.contracts.CommitmentEvent.CommitmentCorrected;
import io.redress.contracts.CommitmentEvent.CommitmentMissed;
import io.redress.contracts.CommitmentEvent.Part;
import io.redress.contracts.CooperationEvent.QuestionAnswered;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DeviationEvent.DeviationReported;
import io.redress.contracts.DeviationEvent.EstimateGiven;
import io.redress.contracts.DeviationEvent.ReestimateAsked;
import io.redress.contracts.EventTypes;
import io.redress.contracts.NegotiationEvent.DateAgreed;
import io.redress.contracts.RequestId;
import io.redress.contracts.Wire;
import io.redress.resolution.domain.Evidence;
import io.redress.resolution.domain.PromiseCommand;
import io.redress.resolution.domain.PromiseCommand.LearnDate;
import io.redress.resolution.domain.PromiseCommand.LearnDeviation;
import io.redress.resolution.domain.PromiseCommand.LearnDoubt;
import io.redress.resolution.domain.PromiseCommand.LearnLack;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What departments say about the dates behind promises: every event that moves one. */
final class PromisedDates {
    static final Set<String> TYPES = Set.of(
            EventTypes.wireName(RequestAccepted.class),
            EventTypes.wireName(DateAgreed.class),
            EventTypes.wireName(EstimateGiven.class),
            EventTypes.wireName(QuestionAnswered.class),
            EventTypes.wireName(CommitmentCorrected.class),
            EventTypes.wireName(CommitmentMissed.class),
            EventTypes.wireName(ReestimateAsked.class),
            EventTypes.wireName(DeviationReported.class));

    private PromisedDates() {}

    static PromiseCommand command(IncomingEvent event) {
        return switch ((DepartmentEvent) Wire.read(event.type(), event.payload())) {
            case RequestAccepted it ->
                new LearnDate(
                        it.requestId(),
                        it.stepId(),
                        it.dueAt(),
                        Evidence.date(
                                event.id(),
                                it.acceptedAt(),
                                it.department(),
                                "The department has taken it for later."));
            case DateAgreed it -> date(event, it.requestId(), it.dueAt(), it.agreedAt(), it.department(), it.reason());
            case EstimateGiven it ->
                date(event, it.requestId(), it.dueAt(), it.givenAt(), it.department(), it.reason());
            case QuestionAnswered it -> date(event, it.requestId(), it.dueAt(), it.answeredAt(), it.department(), null);
            case CommitmentCorrected it ->
                date(event, it.requestId(), it.dueAt(), it.correctedAt(), it.department(), it.reason());
            case CommitmentMissed it when it.part() == Part.FULL -> new LearnLack(it.requestId());
            case CommitmentMissed it -> date(event, it.requestId(), null, it.missedAt(), it.department(), null);
            case ReestimateAsked it ->
                new LearnDoubt(it.requestId(), Evidence.date(event.id(), it.askedAt(), it.department(), it.evidence()));
            case DeviationReported it ->
                new LearnDeviation(
                        it.requestId(),
                        it.dimension(),
                        it.newDueAt(),
                        new Evidence(
                                event.id(), it.reportedAt(), it.department(), it.kind(), it.inferred(), it.reason()),
                        it.was(),
                        it.becomes());
            case DepartmentEvent _ ->
                throw new IllegalArgumentException("Expected one of " + TYPES + ", but got " + event.type());
        };
    }

    private static LearnDate date(
            IncomingEvent event,
            RequestId request,
            @Nullable Instant dueAt,
            Instant at,
            DepartmentCode department,
            @Nullable String reason) {
        String cause = reason == null || reason.isBlank() ? "The department has named another date." : reason;
        return new LearnDate(request, null, dueAt, Evidence.date(event.id(), at, department, cause));
    }
}
