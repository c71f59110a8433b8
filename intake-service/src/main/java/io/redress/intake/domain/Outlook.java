package io.redress.intake.domain;

import io.redress.contracts.Cause;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.NextStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What comes next in a case that is understood, before anybody else has said anything. */
final class Outlook {
    private Outlook() {}

    /** @return null where nothing is to come: praise is thanked for, and that is all */
    static @Nullable Next of(ComplaintDiagnosed diagnosis, Instant by) {
        return switch (diagnosis.hypotheses().getFirst().cause()) {
            case VENTING -> new Next(NextStep.CUSTOMER_IS_HEARD, by);
            case NO_COMPLAINT -> isQuestion(diagnosis) ? new Next(NextStep.CONSULTANT_ANSWERS, by) : null;
            case SERVICE_FAILURE, MISUNDERSTANDING, PRODUCT_FAULT, UNMET_NEED, THIRD_PARTY, UNKNOWN ->
                new Next(NextStep.DEPARTMENT_ANSWERS, by);
        };
    }

    /** Whether it is the consultant who has something to do, and nobody else: where nothing was found, a person looks. */
    static boolean isQuestion(ComplaintDiagnosed diagnosis) {
        Hypothesis strongest = diagnosis.hypotheses().getFirst();
        return strongest.cause() == Cause.NO_COMPLAINT && !strongest.nature().equals("praise");
    }

    /** Whether departments have anything to do in a case with this cause (R8). */
    static boolean createsWork(Cause cause) {
        return cause != Cause.VENTING && cause != Cause.NO_COMPLAINT;
    }
}
