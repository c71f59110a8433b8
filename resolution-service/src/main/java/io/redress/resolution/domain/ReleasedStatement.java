package io.redress.resolution.domain;

import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.ClaimEvent.Citation;
import io.redress.contracts.DepartmentCode;
import java.time.Instant;
import java.util.List;

/**
 * What may be said to the customer, and on what it rests.
 *
 * @param template as it was asked for
 * @param cites with the values as they were said
 */
public record ReleasedStatement(
        String statementId,
        Channel channel,
        String template,
        List<Citation> cites,
        DepartmentCode department,
        String by,
        Instant releasedAt) {
    public ReleasedStatement {
        cites = List.copyOf(cites);
    }

    ReleasedStatement releasedAt(Instant at) {
        return new ReleasedStatement(statementId, channel, template, cites, department, by, at);
    }

    /** With the values in their places. */
    public String said() {
        return StatementText.of(template).filled(cites);
    }
}
