package io.redress.chassis.store;

/**
 * A look-up in an index.
 *
 * @param after the cursor of the last page, empty for the first; opaque
 * @param limit 1 to {@value CaseStore#MAX_BATCH}
 */
public record IndexQuery(String index, String value, String after, int limit) {
    public IndexQuery {
        if (limit < 1 || limit > CaseStore.MAX_BATCH) {
            throw new IllegalArgumentException(
                    "Expected a limit of 1 to " + CaseStore.MAX_BATCH + ", but got " + limit);
        }
    }

    /** The first page. */
    public static IndexQuery first(String index, String value, int limit) {
        return new IndexQuery(index, value, "", limit);
    }
}
