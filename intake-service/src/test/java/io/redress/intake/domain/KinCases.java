package io.redress.intake.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Owner;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Complaints for tests about cases that say the same. */
public final class KinCases {
    public static final CaseId CASE = new CaseId("019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    public static final CaseId OTHER = new CaseId("019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e71");
    public static final String TEXT = "My invoice is wrong, you charged me twice!";

    private KinCases() {}

    /** Says an occasion's kind and nothing else. */
    public static IntakeDecider decider() {
        return new IntakeDecider(
                (occasion, _, _, _) -> new Voice.Words(occasion.kind(), occasion.kind()), Promises.standard());
    }

    /** A complaint of customer C-1 through the app. */
    public static FileComplaint complaint(CaseId caseId, String key, String text) {
        return complaint(caseId, key, null, "C-1", text);
    }

    /** A complaint through the app; its fingerprint is its text. */
    public static FileComplaint complaint(
            CaseId caseId, String key, @Nullable String reference, String customer, String text) {
        return new FileComplaint(
                caseId,
                key,
                text,
                reference,
                reference,
                "app",
                new Customer(customer, Customer.Tier.STANDARD),
                null,
                "web",
                "en",
                text,
                new Owner("andrei", "Andrei", new DepartmentCode("front-desk")),
                new Diagnosis(
                        List.of(new Hypothesis("invoice", Cause.SERVICE_FAILURE, 0.9, List.of(), "en-invoice")),
                        -0.4,
                        false,
                        false,
                        "en",
                        "1"));
    }
}
