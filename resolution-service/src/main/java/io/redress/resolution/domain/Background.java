package io.redress.resolution.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stays true of a case however its resolution goes.
 *
 * @param submittedBy the client that filed it
 * @param language the customer's, ISO 639-1
 * @param nature what it is about, from the vocabulary of R4
 * @param lead the department that answers for the whole; absent where nobody is needed
 * @param involved the departments that have a part in it, in the order they came
 */
public record Background(
        CaseId caseId,
        String submittedBy,
        String language,
        String nature,
        @Nullable DepartmentCode lead,
        List<DepartmentCode> involved) {
    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");

    public Background {
        involved = List.copyOf(involved);
    }

    static Background of(CaseRouted routed) {
        List<DepartmentCode> involved = routed.involvements().stream()
                .map(Involvement::department)
                .distinct()
                .toList();
        return new Background(
                routed.caseId(), routed.submittedBy(), routed.language(), routed.nature(), routed.lead(), involved);
    }

    Background joinedBy(DepartmentCode department) {
        return involved.contains(department)
                ? this
                : new Background(
                        caseId,
                        submittedBy,
                        language,
                        nature,
                        lead,
                        Stream.concat(involved.stream(), Stream.of(department)).toList());
    }

    /** Who carries out what no department has proposed itself. */
    DepartmentCode leadOrFrontDesk() {
        return Optional.ofNullable(lead).orElse(FRONT_DESK);
    }
}
