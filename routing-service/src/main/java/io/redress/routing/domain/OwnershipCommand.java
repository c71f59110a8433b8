package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import org.jspecify.annotations.Nullable;

/** What routing is told about who answers for a case or a request. */
public sealed interface OwnershipCommand extends RoutingCommand {

    /** A department has taken on what it was asked or offered. */
    record NoteAcceptance(RequestId requestId, DepartmentCode department) implements OwnershipCommand {}

    /** The authority decides whose a request is; that department cannot decline it. */
    record AssignRequest(RequestId requestId, DepartmentCode to, String reason, String by)
            implements OwnershipCommand {}

    /** Whoever answers for the case asks another consultant to take it over. */
    record OfferCase(String to, String reason) implements OwnershipCommand {}

    /** The consultant who was asked takes the case over. */
    record TakeCase(String by) implements OwnershipCommand {}

    /**
     * The consultant who was asked does not take the case over.
     *
     * @param rightOwner the consultant whose it rather is; absent where nobody is named
     */
    record DeclineCase(String by, String reason, @Nullable String rightOwner) implements OwnershipCommand {}

    /** A supervisor decides who answers for the case. */
    record AssignCase(String to, String reason) implements OwnershipCommand {}
}
