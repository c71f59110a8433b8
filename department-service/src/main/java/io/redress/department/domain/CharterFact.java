package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.CharterBook.Agreement;
import io.redress.department.domain.CharterBook.Edition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a charter. */
public sealed interface CharterFact extends DocumentFact {

    /**
     * There is a further version.
     *
     * @param fingerprint of what a file said; absent where a person did
     * @param shelved versions, oldest first, that nobody needs at hand any more, with all who had agreed to them
     */
    record EditionPublished(
            DepartmentCode department,
            Edition edition,
            @Nullable String fingerprint,
            List<Edition> shelved) implements CharterFact {}

    /** Another department holds itself to a version, too. */
    record EditionAgreed(DepartmentCode department, int version, Agreement agreement) implements CharterFact {}
}
