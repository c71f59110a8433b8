package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is needed for a case, as the table says.
 *
 * @param lead absent where nobody is needed
 * @param rule the row that decided about the lead
 * @param parts the lead's first; no department twice
 */
public record Plan(@Nullable DepartmentCode lead, String rule, List<Part> parts) {
    /** The rule that stands for hearing somebody out. */
    public static final String LISTENING = "listening-creates-no-work";

    public Plan {
        parts = List.copyOf(parts);
    }

    /** The same, with one more part. */
    Plan with(Part more) {
        return new Plan(
                lead, rule, Stream.concat(parts.stream(), Stream.of(more)).toList());
    }

    /** Nobody is needed but somebody who listens (R8). */
    static Plan listening() {
        return new Plan(null, LISTENING, List.of());
    }

    /**
     * What one department is asked for.
     *
     * @param reason why this department
     * @param subject what is asked of it
     */
    public record Part(DepartmentCode department, RequestKind kind, String nature, String reason, String subject) {}
}
