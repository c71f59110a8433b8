package io.redress.department.domain;

import io.redress.contracts.RequestId;

/** What is said to a week about what a person thanks for. */
public sealed interface ThanksWeekCommand extends DocumentCommand {

    /**
     * A person is about to thank for a request.
     *
     * @param most how many that may be in a week
     */
    record TakePlace(RequestId requestId, int most) implements ThanksWeekCommand {}
}
