package io.redress.resolution.domain;

import io.redress.contracts.IncidentId;
import org.jspecify.annotations.Nullable;

/** What is remembered of a case as one of many of the same incident. */
public sealed interface MembershipFact extends AssuranceFact {

    /** Whose case it is. */
    record AccountKnown(String account) implements MembershipFact {}

    /** It belongs to this incident from here on. */
    record IncidentJoined(IncidentId incidentId) implements MembershipFact {}

    /** It belongs to none from here on. */
    record IncidentLeft() implements MembershipFact {}

    /** The account knows it. */
    record AccountInformed(@Nullable IncidentId incidentId, long word, boolean expecting) implements MembershipFact {}

    /** Whether a remedy is on its way. */
    record ExpectationChanged(long word, boolean expecting) implements MembershipFact {}

    /** None will come. */
    record RemedyGivenUp() implements MembershipFact {}
}
