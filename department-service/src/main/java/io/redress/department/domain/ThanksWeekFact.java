package io.redress.department.domain;

import io.redress.contracts.RequestId;

/** What is remembered of a week about what a person thanks for. */
public sealed interface ThanksWeekFact extends DocumentFact {

    record PlaceTaken(RequestId requestId) implements ThanksWeekFact {}
}
