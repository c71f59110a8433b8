package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RoutingEvent.Facts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about a routing table that cannot be meant.
 *
 * @param stopsTheStart whether nobody could route with such a table; the others are only told
 * @param version of the table; absent where it is about all of it
 * @param rows ids of the rows that it is about
 * @param departments whose rules it is about
 * @param example facts that show it; absent where none are needed to see it
 * @param at an instant at which it shows; absent where it always does
 * @param sentence what was expected, and what is there
 * @param remedy what would be right
 */
public record TableFinding(
        Kind kind,
        boolean stopsTheStart,
        @Nullable String version,
        List<String> rows,
        List<DepartmentCode> departments,
        @Nullable Facts example,
        @Nullable Instant at,
        String sentence,
        String remedy) {
    public TableFinding {
        rows = List.copyOf(rows);
        departments = List.copyOf(departments);
    }

    /** What is wrong. */
    public enum Kind {
        /** Some complaint has nobody who leads, or some time has no version. */
        GAP,
        /** Two rows fit the same facts, and nothing says which one wins. */
        OVERLAP,
        /** A row that can never decide anything. */
        UNREACHABLE,
        /** The rules of two departments, or two rows, exclude each other (R100). */
        CONTRADICTION,
        /** A department, nature or row that nobody has declared. */
        UNKNOWN_NAME,
        /** Something is there twice that must be there once. */
        TWICE,
        /** The rows are so intertwined that it cannot be told in reasonable time whether they are right. */
        TOO_INTERTWINED
    }

    static TableFinding wrong(Kind kind, @Nullable String version, List<String> rows, String sentence, String remedy) {
        return new TableFinding(kind, true, version, rows, List.of(), null, null, sentence, remedy);
    }

    TableFinding of(List<DepartmentCode> concerned) {
        return new TableFinding(kind, stopsTheStart, version, rows, concerned, example, at, sentence, remedy);
    }

    TableFinding shownBy(FactSpace.Example shown) {
        return new TableFinding(
                kind, stopsTheStart, version, rows, departments, shown.facts(), shown.at(), sentence, remedy);
    }

    TableFinding onlyTold() {
        return new TableFinding(kind, false, version, rows, departments, example, at, sentence, remedy);
    }
}
