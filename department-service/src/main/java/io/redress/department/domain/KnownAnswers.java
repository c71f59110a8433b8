package io.redress.department.domain;

import io.redress.contracts.DepartmentReply.Answer;
import io.redress.contracts.KnownAnswer;
import io.redress.contracts.RoutingEvent.RequestRaised;

/** What was known before the complaint came is the department's answer (R61): it said so when the problem was recorded. */
final class KnownAnswers {
    /** No department gives this id to a reply of its own to the same request, since the request has its answer by then. */
    static final String REPLY_ID = "known-answer";

    private KnownAnswers() {}

    static Answer answer(RequestRaised raised, KnownAnswer known) {
        return new Answer(
                REPLY_ID,
                raised.requestId(),
                raised.department(),
                known.by(),
                true,
                known.findings(),
                known.claims(),
                known.options());
    }
}
