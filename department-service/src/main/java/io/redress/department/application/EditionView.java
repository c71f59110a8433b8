package io.redress.department.application;

import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.CharterBook;
import io.redress.department.domain.CharterBook.Edition;
import io.redress.department.domain.CharterContent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a charter, as staff see it (R74).
 *
 * @param state {@code announced}, {@code in-force} or {@code replaced}
 * @param by who published it; absent where a file did
 * @param agreed departments that hold themselves to it, too, and who has said so for them
 * @param content what the department has said, without what is usual; absent in a list
 */
public record EditionView(
        DepartmentCode department,
        int version,
        String state,
        Instant validFrom,
        @Nullable String by,
        Instant publishedAt,
        List<AgreementView> agreed,
        @Nullable CharterContent content) {

    /** A department that has agreed. */
    public record AgreementView(DepartmentCode department, String by, Instant at) {}

    /** The version in full. */
    public static EditionView of(CharterBook book, Edition edition, Instant at) {
        return of(book, edition, at, edition.content());
    }

    /** The version in a list. */
    public static EditionView brief(CharterBook book, Edition edition, Instant at) {
        return of(book, edition, at, null);
    }

    private static EditionView of(CharterBook book, Edition edition, Instant at, @Nullable CharterContent content) {
        return new EditionView(
                book.department(),
                edition.version(),
                state(edition.version(), book.inForce(at).map(Edition::version).orElse(0)),
                edition.validFrom(),
                edition.by(),
                edition.publishedAt(),
                edition.agreed().stream()
                        .map(it -> new AgreementView(it.with(), it.by(), it.at()))
                        .toList(),
                content);
    }

    private static String state(int version, int inForce) {
        if (version == inForce) {
            return "in-force";
        }
        return version < inForce ? "replaced" : "announced";
    }
}
