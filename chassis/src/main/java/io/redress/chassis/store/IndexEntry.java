package io.redress.chassis.store;

import java.util.regex.Pattern;

/**
 * One entry of a case in an index.
 *
 * @param index the index, letters, digits and hyphens
 * @param value what is looked up; at most 200 characters, no control characters
 * @param sort the order among equal values, compared by code point; at most 100 characters, no control characters, and
 *     empty where {@code unique}
 * @param unique whether no other case may have this value in this index
 */
public record IndexEntry(String index, String value, String sort, boolean unique) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int MAX_VALUE = 200;
    private static final int MAX_SORT = 100;

    public IndexEntry {
        if (!NAME.matcher(index).matches()) {
            throw new IllegalArgumentException(
                    "Expected an index name of letters, digits and hyphens, but got " + index);
        }
        if (value.length() > MAX_VALUE || sort.length() > MAX_SORT || isUnfit(value) || isUnfit(sort)) {
            throw new IllegalArgumentException("Expected an entry of at most " + MAX_VALUE + " and " + MAX_SORT
                    + " whole characters without control characters in index " + index);
        }
        if (unique && !sort.isEmpty()) {
            throw new IllegalArgumentException("Expected no sort key in the unique index " + index);
        }
    }

    /** An entry that no other case may share. */
    public static IndexEntry unique(String index, String value) {
        return new IndexEntry(index, value, "", true);
    }

    /** An entry among others of the same value, ordered by {@code sort}. */
    public static IndexEntry sorted(String index, String value, String sort) {
        return new IndexEntry(index, value, sort, false);
    }

    private static boolean isUnfit(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
