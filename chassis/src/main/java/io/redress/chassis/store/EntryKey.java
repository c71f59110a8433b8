package io.redress.chassis.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where an entry stands in the order of its index; what adapters store and what a cursor hides. Compared byte by byte
 * in UTF-8, keys are in the order of {@link CaseStore#find}: a unique entry first, the others by sort key, then case.
 *
 * @param text index, value and, unless unique, sort key and case, separated by a character that none of them contains
 */
public record EntryKey(String text) {
    private static final char SEPARATOR = '\0';

    /** The place of a case's entry. */
    public static EntryKey of(String caseId, IndexEntry entry) {
        EntryKey first = first(entry.index(), entry.value());
        return entry.unique() ? first : new EntryKey(first.text + SEPARATOR + entry.sort() + SEPARATOR + caseId);
    }

    /**
     * The place of the unique entry of a value, before all sorted ones.
     *
     * @throws IllegalArgumentException if the value has a control character, which no entry has
     */
    public static EntryKey first(String index, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Expected a value without control characters in index " + index);
        }
        return new EntryKey(index + SEPARATOR + value);
    }

    /** Less than all sorted entries of this value. */
    public EntryKey sortedFrom() {
        return new EntryKey(text + SEPARATOR);
    }

    /** More than all entries of this value, and less than those of any other that follows. */
    public EntryKey end() {
        return new EntryKey(text + (char) (SEPARATOR + 1));
    }

    /** Whose entry it is; only a sorted entry's key says so. */
    public String caseId() {
        return text.substring(text.lastIndexOf(SEPARATOR) + 1);
    }

    /** By what a sorted entry is sorted. */
    public String sort() {
        int end = text.lastIndexOf(SEPARATOR);
        return text.substring(text.lastIndexOf(SEPARATOR, end - 1) + 1, end);
    }

    /** Itself, fit for a URL. */
    public String cursor() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What the cursor of a query that is not for the first page stands for.
     *
     * @throws IllegalArgumentException if the cursor was not given by a page of the same index and value
     */
    public static EntryKey after(IndexQuery query) {
        String first = first(query.index(), query.value()).text;
        String text = decoded(query.after());
        if (!text.equals(first) && !text.startsWith(first + SEPARATOR)) {
            throw new IllegalArgumentException("Expected a cursor of a page of index " + query.index()
                    + " with the same value, but got " + query.after());
        }
        return new EntryKey(text);
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
