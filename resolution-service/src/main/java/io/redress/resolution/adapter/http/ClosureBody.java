package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.resolution.domain.ResolutionCommand.Close;
import org.jspecify.annotations.Nullable;

/** The customer's word that the case is over. */
record ClosureBody(@Nullable Boolean satisfied, @Nullable String words) implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/satisfied", satisfied).length("/words", words, 1, Limits.WORDS);
    }

    Close command() {
        return new Close(requireNonNull(satisfied), words);
    }
}
