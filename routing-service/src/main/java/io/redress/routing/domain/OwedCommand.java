package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What routing is told about the dates of requests, and about the word that a department owes about one. */
public sealed interface OwedCommand extends RoutingCommand {
    RequestId requestId();

    DepartmentCode department();

    /** A department owes a word about a request, and has not given it or is asked for it. */
    record NoteOwed(RequestId requestId, DepartmentCode department, Wait.What what, Instant since, Instant limit)
            implements OwedCommand {}

    /**
     * A request will not be served as agreed.
     *
     * @param newDueAt absent where the date stays
     * @param inferred whether nobody has said so
     */
    record NoteDeviation(
            RequestId requestId,
            DepartmentCode department,
            @Nullable Instant newDueAt,
            boolean inferred,
            Instant reportedAt)
            implements OwedCommand {}

    /**
     * One side has offered a date for a request, and the other has not said yet whether it holds.
     *
     * @param limit until then it may
     */
    record NoteOffer(
            RequestId requestId, DepartmentCode department, Party from, Party to, Instant offeredAt, Instant limit)
            implements OwedCommand {}

    /** An offer has its answer, or lapses without one; the date in force holds. */
    record EndOffer(RequestId requestId, DepartmentCode department) implements OwedCommand {}

    /** A department has said when it will be done; where that is a later date, a deviation says so. */
    record NoteEstimate(RequestId requestId, DepartmentCode department, Instant givenAt) implements OwedCommand {}
}
