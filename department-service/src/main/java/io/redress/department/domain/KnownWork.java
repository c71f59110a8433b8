package io.redress.department.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known at the moment about how departments work, beside the case that is decided about. Empty where nobody has
 * looked yet; what follows from it is told with the numbers.
 */
public interface KnownWork {
    /** Nobody has ever finished anything. */
    KnownWork NOTHING = new KnownWork() {
        @Override
        public Optional<Comparables> comparableTo(Request.Ask ask) {
            return Optional.of(new Comparables(Comparables.Scope.KIND, List.of()));
        }

        @Override
        public OptionalInt position(Request.Ask ask) {
            return OptionalInt.empty();
        }
    };

    /** How long such work took the department. */
    Optional<Comparables> comparableTo(Request.Ask ask);

    /** Which place it has among what the department has to do, 1 for what is due first. */
    OptionalInt position(Request.Ask ask);
}
