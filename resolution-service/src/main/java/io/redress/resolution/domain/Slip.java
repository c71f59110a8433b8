package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.contracts.PromiseEvent.PromiseNoticeGiven;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One standard of a promise that cannot be kept, before it is told.
 *
 * @param newDueAt absent where the date stays
 * @param evidenceAt when the log first showed it
 * @param path the steps that decide about the date
 * @param orderId absent where no order has become impossible
 */
record Slip(
        Promise promise,
        Dimension dimension,
        @Nullable Instant newDueAt,
        @Nullable String was,
        @Nullable String becomes,
        Evidence evidence,
        Instant evidenceAt,
        List<String> path,
        @Nullable String orderId) {

    /** First those who speak with customers know it, all of it, and then it is told to everybody, with the same numbers. */
    static List<ResolutionFact> told(List<Slip> slips, List<DepartmentCode> toldFirst, Instant now) {
        List<ResolutionFact> notices = new ArrayList<>();
        List<ResolutionFact> infeasible = new ArrayList<>();
        for (int n = 0; n < slips.size(); n++) {
            Slip slip = slips.get(n);
            String noticeId = slip.promise.id() + "-n" + (slip.promise.told() + 1 + n);
            notices.add(new ResolutionFact.Published(slip.notice(noticeId, toldFirst, now)));
            infeasible.add(new ResolutionFact.Published(slip.infeasible(noticeId, now)));
        }
        notices.addAll(infeasible);
        return notices;
    }

    private PromiseNoticeGiven notice(String noticeId, List<DepartmentCode> toldFirst, Instant now) {
        return new PromiseNoticeGiven(
                promise.made().caseId(),
                promise.id(),
                noticeId,
                toldFirst,
                dimension,
                evidence.kind(),
                promise.dueAt(),
                newDueAt,
                was,
                becomes,
                evidence.cause(),
                evidence.department(),
                now);
    }

    private PromiseInfeasible infeasible(String noticeId, Instant now) {
        return new PromiseInfeasible(
                promise.made().caseId(),
                promise.id(),
                noticeId,
                dimension,
                evidence.kind(),
                promise.dueAt(),
                newDueAt,
                was,
                becomes,
                evidence.cause(),
                evidence.event(),
                evidenceAt,
                evidence.department(),
                path,
                now,
                evidence.inferred() ? evidence.department() : null,
                orderId);
    }
}
