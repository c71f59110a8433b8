package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import java.util.List;

/** What routing is told about proposals that are held or have gone back. */
public sealed interface ProposalCommand extends RoutingCommand {

    /** A department must agree before the customer sees something. */
    record HaveCleared(String clearanceId, DepartmentCode department, String reason) implements ProposalCommand {}

    /** It has decided, or need not any more. */
    record EndClearance(String clearanceId, String reason) implements ProposalCommand {}

    /** A proposal went back; these are asked for another solution. */
    record RenewSolutions(String proposalId, List<DepartmentCode> departments, String reason)
            implements ProposalCommand {
        public RenewSolutions {
            departments = List.copyOf(departments);
        }
    }
}
