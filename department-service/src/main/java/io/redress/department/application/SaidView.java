package io.redress.department.application;

import io.redress.contracts.Party;
import io.redress.department.domain.Cooperation.Said;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An answer to a question. */
public record SaidView(Party from, String text, String by, Instant answeredAt) {

    static @Nullable SaidView of(@Nullable Said said) {
        return said == null ? null : new SaidView(said.from(), said.text(), said.by(), said.at());
    }
}
