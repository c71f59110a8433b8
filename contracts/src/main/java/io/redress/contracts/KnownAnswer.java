package io.redress.contracts;

import java.util.List;

/**
 * What is known already about the problem that a request asks for (R61); it counts as the department's answer.
 *
 * @param problemId the known problem
 * @param reason why it is taken for the same problem
 * @param by who recorded it
 */
public record KnownAnswer(
        String problemId,
        String title,
        String reason,
        String findings,
        List<Claim> claims,
        List<OptionIdea> options,
        String by) {
    public KnownAnswer {
        Bounds.text("a title", title, Limits.TITLE);
        Bounds.text("a reason", reason, Limits.NOTE);
        Bounds.text("findings", findings, Limits.FINDINGS);
        Bounds.count("claims", claims, Limits.CLAIMS);
        Bounds.count("options", options, Limits.OPTIONS);
        OptionIdea.orRefuse(options);
        Bounds.text("a name in by", by, Limits.NAME);
        claims = List.copyOf(claims);
        options = List.copyOf(options);
    }
}
