package io.redress.chassis.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a request, so that all reasons are told at once. Each check but {@link #required} passes
 * over null, so that optional fields need no special case; a field gets only the first reason found.
 *
 * <pre>{@code
 * checks.required("/text", text).length("/text", text, 1, 20_000).oneOf("/channel", channel, CHANNELS);
 * checks.at("/customer").required("/reference", customer.reference());
 * }</pre>
 */
public final class Checks {
    private static final int MAX_REASONS = 20;
    private static final int MAX_POINTER = 200;
    private static final int MAX_DETAIL = 300;

    private final String prefix;
    private final List<Reason> reasons;

    public Checks() {
        this("", new ArrayList<>());
    }

    private Checks(String prefix, List<Reason> reasons) {
        this.prefix = prefix;
        this.reasons = reasons;
    }

    /** The same collection for what lies below {@code pointer}. */
    public Checks at(String pointer) {
        return new Checks(prefix + pointer, reasons);
    }

    /** Checks a nested body below {@code pointer}; null passes. */
    public Checks inside(String pointer, @Nullable Checked nested) {
        if (nested != null) {
            nested.check(at(pointer));
        }
        return this;
    }

    /** Checks each element of a list, which may have at most {@code max}; null passes. */
    public Checks each(String pointer, @Nullable List<? extends Checked> list, int max) {
        if (list == null) {
            return this;
        }
        that(list.size() <= max, pointer, "Expected at most " + max + " elements, but got " + list.size() + ".");
        for (int i = 0; i < Math.min(list.size(), max); i++) {
            inside(pointer + "/" + i, list.get(i));
        }
        return this;
    }

    /** No element of the list is null; a list that is null passes. */
    public Checks filled(String pointer, @Nullable List<?> list) {
        return that(list == null || list.stream().noneMatch(Objects::isNull), pointer, "Expected no empty elements.");
    }

    /** It must be there, and a text must not be blank. */
    public Checks required(String pointer, @Nullable Object value) {
        boolean present = value instanceof CharSequence text ? !text.toString().isBlank() : value != null;
        return that(present, pointer, "Expected a value, but it is missing or empty.");
    }

    /** A text of {@code min} to {@code max} characters (code points). */
    public Checks length(String pointer, @Nullable String value, int min, int max) {
        if (value == null) {
            return this;
        }
        int length = value.codePointCount(0, value.length());
        return that(isWhole(value), pointer, "Expected whole characters, but got half of one.")
                .that(
                        length >= min && length <= max,
                        pointer,
                        "Expected " + min + " to " + max + " characters, but got " + length + ".");
    }

    /** JSON can escape half of a surrogate pair, which no later step could write as UTF-8 again. */
    private static boolean isWhole(String value) {
        return value.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** A number within bounds, both included. */
    public Checks range(String pointer, @Nullable Number value, long min, long max) {
        boolean within = value == null || value.doubleValue() >= min && value.doubleValue() <= max;
        return that(within, pointer, "Expected a number from " + min + " to " + max + ", but got " + value + ".");
    }

    /** One of a few words. */
    public Checks oneOf(String pointer, @Nullable String value, Collection<String> allowed) {
        boolean known = value == null || allowed.contains(value);
        return that(known, pointer, "Expected one of " + String.join(", ", allowed) + ", but got " + value + ".");
    }

    /**
     * A text of a certain form.
     *
     * @param what the form in words, to complete "Expected ..."
     */
    public Checks matches(String pointer, @Nullable String value, Pattern form, String what) {
        boolean fits = value == null || form.matcher(value).matches();
        return that(fits, pointer, "Expected " + what + ", but got " + value + ".");
    }

    /** Anything else; {@code expectation} is the sentence for where it does not hold. */
    public Checks that(boolean holds, String pointer, String expectation) {
        if (!holds) {
            add(prefix + pointer, expectation);
        }
        return this;
    }

    /** Whether nothing is wrong so far. */
    public boolean passed() {
        return reasons.isEmpty();
    }

    /**
     * Throws the 422 with all reasons, or returns if there are none.
     *
     * @throws Refusal if anything is wrong
     */
    public void orRefuse() {
        if (!passed()) {
            throw Refusal.unprocessable(reasons);
        }
    }

    /** The answer stays small however much is wrong: reasons, pointers and sentences are bounded. */
    private void add(String pointer, String detail) {
        String where = cut(pointer, MAX_POINTER);
        if (reasons.size() < MAX_REASONS
                && reasons.stream().noneMatch(it -> it.pointer().equals(where))) {
            reasons.add(new Reason(where, cut(detail, MAX_DETAIL)));
        }
    }

    static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "...";
    }
}
