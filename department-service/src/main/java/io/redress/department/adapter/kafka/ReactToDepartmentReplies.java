package io.redress.department.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentCommand.HearReply;
import java.util.Set;

/** What departments' own systems say counts as much as what people say over REST, and is trusted as little. */
public final class ReactToDepartmentReplies implements Reaction<DepartmentCommand> {

    @Override
    public String topic() {
        return Topics.DEPARTMENT_REPLIES;
    }

    /** Outsiders need not know our wire names. */
    @Override
    public Set<String> types() {
        return Set.of();
    }

    @Override
    public DepartmentCommand command(IncomingEvent incoming) {
        DepartmentReply reply = Wire.readReply(incoming.payload());
        if (!reply.caseId().value().equals(incoming.caseId())) {
            throw new IllegalArgumentException(
                    "Expected the key to be the case of the request, " + reply.caseId() + ", but it is another one");
        }
        return new HearReply(reply);
    }
}
