package io.redress.routing.domain;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DepartmentCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What departments have published in their charters about when they work and within what time they answer (R80). */
public interface PublishedTerms {
    /** Nobody has published anything. */
    PublishedTerms NONE = new PublishedTerms() {
        @Override
        public @Nullable Terms inForce(DepartmentCode department) {
            return null;
        }

        @Override
        public @Nullable Terms of(DepartmentCode department, int version) {
            return null;
        }
    };

    /** What holds for whatever is asked now; null where nothing has been published. */
    @Nullable
    Terms inForce(DepartmentCode department);

    /** What a version says, as far as it is at hand; else what is in force. */
    @Nullable
    Terms of(DepartmentCode department, int version);

    /**
     * What a version of a charter says.
     *
     * @param resolution of its working time within which it answers; absent where it does not say that
     * @param calendar its working time; absent likewise
     */
    record Terms(
            int version,
            @Nullable Duration resolution,
            @Nullable WorkCalendar calendar) {}
}
