package io.redress.analytics.adapter.kafka;

import io.redress.analytics.domain.Learned;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.CooperationEvent.RequestWanted;
import io.redress.contracts.DeliveryEvent.AnswerSentBack;
import io.redress.contracts.DeliveryEvent.DeliveryRated;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.Topics;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records what departments do, and learns who helps them, since who has a part in the case sees it (R85), and how they
 * would put it right and how they serve each other.
 */
public final class ReactToDepartmentEvents extends ReactToTopic {
    public ReactToDepartmentEvents() {
        super(
                Topics.DEPARTMENTS,
                Entries.typesOf(DepartmentEvent.class),
                Set.of(
                        HelpRequested.class,
                        RequestWanted.class,
                        RequestAnswered.class,
                        RequestDeclined.class,
                        AnswerSentBack.class,
                        DeliveryRated.class));
    }

    @Override
    Learned learned(CaseEvent event) {
        return switch (event) {
            case HelpRequested help -> new Learned.Departments(Set.of(help.from()));
            case RequestAnswered answered -> answered(answered);
            case RequestDeclined declined -> new Learned.Declined(declined.requestId(), declined.department());
            case AnswerSentBack back -> new Learned.SentBack(back.requestId(), back.department());
            case DeliveryRated rated ->
                new Learned.Rated(rated.requestId(), rated.department(), rated.onTime(), rated.complete());
            case RequestWanted wanted -> new Learned.Departments(Set.of(wanted.from()));
            default -> new Learned.Nothing();
        };
    }

    private static Learned answered(RequestAnswered answered) {
        Instant dueAt = answered.dueAt();
        return new Learned.Answered(
                answered.options().stream().map(OptionIdea::kind).collect(Collectors.toSet()),
                answered.requestId(),
                answered.department(),
                dueAt == null ? null : Boolean.valueOf(!answered.answeredAt().isAfter(dueAt)));
    }
}
