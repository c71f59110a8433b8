package io.redress.department.domain;

import io.redress.contracts.RequestId;

/** What the department service remembers of requests that leave as mail. */
public sealed interface PostFact extends DealingFact {

    record RequestPosted(RequestId requestId) implements PostFact {}
}
