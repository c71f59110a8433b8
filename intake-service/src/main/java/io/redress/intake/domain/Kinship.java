package io.redress.intake.domain;

import io.redress.contracts.CaseId;
import io.redress.intake.domain.kinship.Sketch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which other words and cases of the customer say the same as this one.
 *
 * @param sketch what the complaint is found by; empty in cases older than this field
 * @param suspects cases that may say the same, noted when this one was opened
 * @param joined what the customer said again, in its order
 * @param mergedInto the case that this one is now a part of
 * @param absorbed cases that are now a part of this one
 * @param releasing a merge that was undone here, of which the other case has not been told yet
 * @param turns every merge and undo in its order; nothing is ever taken out
 */
public record Kinship(
        Sketch sketch,
        List<Suspect> suspects,
        List<Joined> joined,
        @Nullable MergedInto mergedInto,
        List<Absorbed> absorbed,
        @Nullable MergedInto releasing,
        List<Turn> turns) {
    /** Further words than these open a case of their own: a person should look at it. */
    static final int MOST_JOINED = 100;

    private static final int MOST_JOINED_CHARACTERS = 100_000;
    static final Kinship NONE = opened(Sketch.EMPTY, List.of());

    public Kinship {
        sketch = sketch == null ? Sketch.EMPTY : sketch;
        suspects = orNone(suspects);
        joined = orNone(joined);
        absorbed = orNone(absorbed);
        turns = orNone(turns);
    }

    /** A case that may say the same. */
    public record Suspect(CaseId caseId, double similarity) {}

    /**
     * The same thing said again.
     *
     * @param key who said it under which idempotency key, as one opaque value
     * @param fingerprint of the whole request
     * @param reference who said it under which number of their own, as one opaque value
     * @param text verbatim; absent where it is, letter by letter, what the complaint says
     */
    public record Joined(
            String key,
            String fingerprint,
            @Nullable String reference,
            String submittedBy,
            String channel,
            @Nullable String text,
            double similarity,
            Instant receivedAt) {}

    /**
     * Where a case went.
     *
     * @param number counts the merges of the case, from 1, so that what is late can be told from what is new
     * @param settled whether the other case has agreed; until then this one lives on as before
     */
    public record MergedInto(CaseId caseId, int number, String reason, String by, Instant at, boolean settled) {

        MergedInto agreed() {
            return new MergedInto(caseId, number, reason, by, at, true);
        }
    }

    /** A case that is now a part of this one, by its merge of that number. */
    public record Absorbed(CaseId caseId, int number, String reason, String by, Instant at) {}

    /** What happened between two cases. */
    public enum What {
        MERGED,
        MERGE_REFUSED,
        MERGE_UNDONE,
        MERGE_RECEIVED,
        MERGE_RELEASED
    }

    /**
     * A merge or an undo, as this case saw it.
     *
     * @param other the other case
     * @param number of the merge that it is about, as the merged case counts them
     * @param key the caller's opaque key; only on the case that was asked
     * @param fingerprint of the request, where there is a key
     */
    public record Turn(
            What what,
            CaseId other,
            int number,
            String reason,
            String by,
            Instant at,
            @Nullable String key,
            @Nullable String fingerprint) {}

    /** Of a case that was opened just now. */
    static Kinship opened(Sketch sketch, List<Suspect> suspects) {
        return new Kinship(sketch, suspects, List.of(), null, List.of(), null, List.of());
    }

    /** Whether this case only lives on as part of another. */
    public boolean merged() {
        return mergedInto != null && mergedInto.settled();
    }

    /** Whether a merge or an undo has not been noted on both sides yet. */
    public boolean unfinished() {
        return releasing != null || mergedInto != null && !mergedInto.settled();
    }

    /** Whether there is no room for further words of this length. */
    boolean full(int more) {
        return joined.size() >= MOST_JOINED
                || joined.stream()
                                        .mapToInt(it -> it.text() == null
                                                ? 0
                                                : it.text().length())
                                        .sum()
                                + more
                        > MOST_JOINED_CHARACTERS;
    }

    /** What was said under this key. */
    public Optional<Joined> joinedUnder(String key) {
        return joined.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /** What was said under this number of the client's own. */
    public Optional<Joined> joinedAs(@Nullable String reference) {
        return joined.stream()
                .filter(it -> reference != null && reference.equals(it.reference()))
                .findFirst();
    }

    /** What was done under this key. */
    public Optional<Turn> doneUnder(String key) {
        return turns.stream().filter(it -> key.equals(it.key())).findFirst();
    }

    /** How often this case has been merged, undone or not. */
    int merges() {
        return (int) turns.stream()
                .filter(it -> it.what() == What.MERGED || it.what() == What.MERGE_REFUSED)
                .count();
    }

    Kinship with(Joined more) {
        return new Kinship(sketch, suspects, plus(joined, more), mergedInto, absorbed, releasing, turns);
    }

    Kinship with(@Nullable MergedInto into, @Nullable MergedInto toRelease) {
        return new Kinship(sketch, suspects, joined, into, absorbed, toRelease, turns);
    }

    Kinship with(Turn turn) {
        return new Kinship(sketch, suspects, joined, mergedInto, absorbed, releasing, plus(turns, turn));
    }

    Kinship absorbing(Absorbed other) {
        return new Kinship(sketch, suspects, joined, mergedInto, plus(absorbed, other), releasing, turns);
    }

    /** Merge {@code number} is not going to be. */
    Kinship withoutMerge(int number) {
        List<Turn> rest = turns.stream()
                .filter(it -> it.what() != What.MERGED || it.number() != number)
                .toList();
        return new Kinship(sketch, suspects, joined, null, absorbed, null, rest);
    }

    Kinship without(CaseId other) {
        return new Kinship(
                sketch,
                suspects,
                joined,
                mergedInto,
                absorbed.stream().filter(it -> !it.caseId().equals(other)).toList(),
                releasing,
                turns);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    /** A state that was written before the field existed lacks it. */
    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
