package io.redress.intake.domain;

import io.redress.contracts.Cause;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.NextStep;
import java.time.Instant;

/** What comes next in a case that is understood, before anybody else has said anything. */
final class Outlook {
    private Outlook() {}

    static Next of(ComplaintDiagnosed diagnosis, Instant by) {
        return new Next(
                switch (diagnosis.hypotheses().getFirst().cause()) {
                    case VENTING, NO_COMPLAINT -> NextStep.CUSTOMER_IS_HEARD;
                    case SERVICE_FAILURE, MISUNDERSTANDING, PRODUCT_FAULT, UNMET_NEED, THIRD_PARTY, UNKNOWN ->
                        NextStep.DEPARTMENT_ANSWERS;
                },
                by);
    }

    /** Whether departments have anything to do in a case with this cause (R8). */
    static boolean createsWork(Cause cause) {
        return cause != Cause.VENTING && cause != Cause.NO_COMPLAINT;
    }
}
