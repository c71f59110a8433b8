package io.redress.intake.adapter.http;

import io.redress.chassis.http.Reason;
import io.redress.contracts.CaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an import answers while it goes. */
sealed interface ImportReport {

    /** What became of a line. */
    enum Status {
        ACCEPTED,
        REPLAYED,
        REFUSED
    }

    /**
     * One line that came in.
     *
     * @param line its number, counted from 1; blank lines count and are not reported
     * @param status {@code accepted}; {@code replayed} where an earlier import had taken it; {@code refused}
     * @param errors why it was refused, all reasons at once
     */
    record Line(
            long line,
            String status,
            @Nullable CaseId caseId,
            @Nullable List<Reason> errors) implements ImportReport {

        static Line taken(long line, CaseId caseId, boolean replayed) {
            return new Line(line, Codes.of(replayed ? Status.REPLAYED : Status.ACCEPTED), caseId, null);
        }

        static Line refused(long line, List<Reason> errors) {
            return new Line(line, Codes.of(Status.REFUSED), null, errors);
        }
    }

    /** The last line. Without it the import was cut off. */
    record End(Summary summary) implements ImportReport {}

    /**
     * What became of all lines.
     *
     * @param lines reported
     * @param stopped why it ended before the input did; absent where all of it was read
     */
    record Summary(
            long lines,
            long accepted,
            long replayed,
            long refused,
            @Nullable String stopped) {}
}
