package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.Facts;
import io.redress.contracts.RoutingEvent.Gate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is needed for a case, as the table says, and what that rests on.
 *
 * @param lead absent where nobody is needed
 * @param rule the row that decided about the lead
 * @param parts the lead's first; no department twice
 * @param gates whose clearance is needed before anything leaves; no department twice
 * @param rulesVersion the version of the table that was in force
 * @param facts what the table looked at
 */
public record Plan(
        @Nullable DepartmentCode lead,
        String rule,
        List<Part> parts,
        List<Gate> gates,
        String rulesVersion,
        Facts facts) {
    /** The rule that stands for hearing somebody out. */
    public static final String LISTENING = "listening-creates-no-work";

    public Plan {
        parts = List.copyOf(parts);
        gates = List.copyOf(gates);
    }

    /** The same, with one more part. */
    Plan with(Part more) {
        return new Plan(
                lead, rule, Stream.concat(parts.stream(), Stream.of(more)).toList(), gates, rulesVersion, facts);
    }

    /** Nobody is needed but somebody who listens (R8). */
    static Plan listening(String rulesVersion, Facts facts) {
        return new Plan(null, LISTENING, List.of(), List.of(), rulesVersion, facts);
    }

    /**
     * What one department is asked for.
     *
     * @param reason why this department
     * @param subject what is asked of it
     */
    public record Part(DepartmentCode department, RequestKind kind, String nature, String reason, String subject) {}
}
