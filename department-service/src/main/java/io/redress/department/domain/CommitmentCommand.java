package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.RequestId;
import io.redress.department.domain.RequestContract.Flaw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody says about what is promised. */
public sealed interface CommitmentCommand extends DealingCommand {

    /**
     * A department promises something about one of its requests.
     *
     * @param measured what each request that matters is measured with
     * @param strict whether what comparable work speaks against is refused
     */
    record MakeCommitment(DepartmentReply.Commitment reply, Map<RequestId, Yardstick> measured, boolean strict)
            implements CommitmentCommand {}

    /**
     * A promise is corrected, openly (R133).
     *
     * @param dueAt absent where the date stays
     * @param quantity absent where it stays
     */
    record CorrectCommitment(
            RequestId requestId,
            DepartmentCode department,
            String commitmentId,
            Dimension dimension,
            String reason,
            @Nullable Instant dueAt,
            @Nullable String quantity,
            String by,
            Map<RequestId, Yardstick> measured)
            implements CommitmentCommand {

        /** All that it lacks. */
        public List<Flaw> flaws(Commitment commitment, Instant now) {
            List<Flaw> flaws = new ArrayList<>();
            if (dueAt == null && dimension == Dimension.TIME) {
                flaws.add(new Flaw("dueAt", "Expected the new date, because the time is corrected"));
            }
            if (dueAt != null && !Warte.isAhead(dueAt, now)) {
                flaws.add(new Flaw("dueAt", Warte.AHEAD));
            }
            if (commitment.dueAt().equals(dueAt) && dimension == Dimension.TIME) {
                flaws.add(new Flaw("dueAt", "Expected another date than the one that is promised already"));
            }
            if (quantity != null && !Quantities.isPositive(quantity)) {
                flaws.add(new Flaw("quantity", Quantities.EXPECTED));
            }
            return flaws;
        }
    }

    /** What was promised without having been judged is judged now. */
    record JudgeCommitments(Map<RequestId, Yardstick> measured) implements CommitmentCommand {}
}
