package io.redress.routing.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.KnownProblem.Identified;
import io.redress.contracts.Limits;
import io.redress.routing.domain.knowledge.ProblemMarks;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A product or a lot, by the names that customers write. */
record IdentifiedBody(@Nullable String name, @Nullable List<String> aliases) implements Checked {
    private static final String FINDABLE = "Expected at least 3 letters or digits in at most 6 parts that a space, a"
            + " hyphen or one of . / + & # joins, since nothing else is found in a text.";

    @Override
    public void check(Checks checks) {
        checks.required("/name", name).length("/name", name, 1, Limits.KEY);
        findable(checks, "/name", name);
        if (aliases == null) {
            return;
        }
        checks.that(aliases.size() <= Limits.KNOWN, "/aliases", "Expected at most " + Limits.KNOWN + " aliases.");
        for (int i = 0; i < Math.min(aliases.size(), Limits.KNOWN); i++) {
            String pointer = "/aliases/" + i;
            checks.required(pointer, aliases.get(i)).length(pointer, aliases.get(i), 1, Limits.KEY);
            findable(checks, pointer, aliases.get(i));
        }
    }

    private static void findable(Checks checks, String pointer, @Nullable String written) {
        checks.that(written == null || ProblemMarks.isFindable(written), pointer, FINDABLE);
    }

    Identified identified() {
        return new Identified(Objects.requireNonNull(name), aliases == null ? List.of() : aliases);
    }
}
