package io.redress.resolution.domain;

import io.redress.contracts.CaseId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is said about a resource of which there is only so much. */
public sealed interface ResourceCommand extends DocumentCommand {

    /**
     * There is so much of it.
     *
     * @param expected the declaration that the caller has seen; absent where there must be none yet
     */
    record DeclareResource(
            String name, ResourceTerms terms, @Nullable Long expected) implements ResourceCommand {}

    /** Nobody else is to be offered this before {@code until}; said again, it is held until then. */
    record HoldFor(String holdId, CaseId caseId, String part, BigDecimal quantity, Instant until)
            implements ResourceCommand {}

    /** The customer has chosen what it is held for. */
    record TakeHeld(String holdId) implements ResourceCommand {}

    /** The case does not need it any more. */
    record ReleaseHeld(String holdId) implements ResourceCommand {}

    /** What was taken is gone for good. */
    record UseUp(String holdId) implements ResourceCommand {}

    /** The case knows that its hold has lapsed. */
    record NoteLapseTold(String holdId) implements ResourceCommand {}
}
