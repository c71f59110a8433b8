package io.redress.department.application;

import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.ClientFigures;
import io.redress.department.domain.CooperationFigures;
import io.redress.department.domain.SupplierFigures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A department in the eyes of those whom it serves and of those who serve it (R72).
 *
 * @param from the beginning of the first week, where the department is
 * @param until as old as this answer
 * @param looked at for these figures
 * @param thanksReceived for what it answered and for being a good client
 * @param paddingIndex the median share of the promised time that was left, as the summary of its commitments has it;
 *     absent where there is too little
 */
public record ServiceMirror(
        DepartmentCode department,
        int weeks,
        Instant from,
        Instant until,
        Looked looked,
        SupplierFigures supplier,
        int thanksReceived,
        @Nullable Double paddingIndex,
        ClientFigures client,
        CooperationFigures cooperation) {

    /**
     * How far the figures reach: of each sort of case, the latest.
     *
     * @param served cases in which the department has ended something, and likewise for the others
     * @param atMost of each sort
     * @param all false where there are more of a sort than are looked at; then its figures are those of the latest
     */
    public record Looked(int served, int overdue, int asked, int thanked, int contributed, int atMost, boolean all) {}
}
