package io.redress.department.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.EventTypes;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.department.domain.DeliveryCommand.HearOutcome;
import io.redress.department.domain.DeliveryCommand.HearProposal;
import io.redress.department.domain.DepartmentCommand;
import java.util.Set;

/** What became of a case is told to those who were thanked for it; what was proposed rests on their answers. */
public final class ReactToResolutionEvents implements Reaction<DepartmentCommand> {
    private static final Set<String> TYPES = Set.of(
            EventTypes.wireName(SolutionsProposed.class),
            EventTypes.wireName(OptionChosen.class),
            EventTypes.wireName(CaseClosed.class));

    @Override
    public String topic() {
        return Topics.RESOLUTIONS;
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public DepartmentCommand command(IncomingEvent incoming) {
        return switch (Wire.read(incoming.type(), incoming.payload())) {
            case SolutionsProposed event -> new HearProposal(event.proposedAt());
            case OptionChosen event -> new HearOutcome("accepted", event.chosenAt());
            case CaseClosed event -> new HearOutcome(word(event), event.closedAt());
            default -> throw new IllegalArgumentException("Expected one of " + TYPES + ", but got " + incoming.type());
        };
    }

    private static String word(CaseClosed closed) {
        Boolean satisfied = closed.satisfied();
        if (satisfied == null) {
            return "closed";
        }
        return satisfied ? "satisfied" : "dissatisfied";
    }
}
