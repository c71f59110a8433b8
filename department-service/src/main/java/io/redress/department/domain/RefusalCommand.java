package io.redress.department.domain;

import io.redress.contracts.DepartmentRefusal.ReplyRefused;
import java.util.List;

/** What the department service is told about replies that it did not take. */
public sealed interface RefusalCommand extends DocumentCommand {

    /**
     * Tells the senders.
     *
     * @param stream counts what is told of this partition
     * @param refusals in the order of their offsets; what was told before is passed over
     */
    record TellRefusals(String stream, List<AtOffset> refusals) implements RefusalCommand {
        public TellRefusals {
            refusals = List.copyOf(refusals);
        }
    }

    /** A refusal and where its reply stands in the partition. */
    record AtOffset(long offset, ReplyRefused refusal) {}
}
