package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import java.time.Instant;

/** What is remembered of how departments want to be asked. */
public sealed interface CharterFact extends RoutingFact {

    /** There is a further version of a department's charter. */
    record CharterNoted(DepartmentCode department, CharterKnown.Version version, Instant at) implements CharterFact {}
}
