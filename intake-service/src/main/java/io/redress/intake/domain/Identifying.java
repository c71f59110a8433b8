package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A complaint that could not be diagnosed when it came got a holding reply and nothing else (R9). A little later it is
 * tried once more; what is still not understood then goes on as unclear, so that a person asks.
 */
final class Identifying {
    static final Duration TRIED_AGAIN_AFTER = Duration.ofSeconds(30);

    private final Messages messages;
    private final Promises promises;
    private final BiFunction<String, String, Diagnosis> diagnosing;

    /** @param diagnosing finds out from text and language; pure, and {@link Diagnosis#none} where it fails */
    Identifying(Messages messages, Promises promises, BiFunction<String, String, Diagnosis> diagnosing) {
        this.messages = messages;
        this.promises = promises;
        this.diagnosing = diagnosing;
    }

    Decision<IntakeFact> again(Filed filed, Instant now) {
        if (nextDue(filed).filter(due -> !due.isAfter(now)).isEmpty()) {
            return Decision.nothing();
        }
        Complaint complaint = filed.complaint();
        Diagnosis found = diagnosing.apply(complaint.ownWords(), complaint.language());
        ComplaintDiagnosed diagnosis = new ComplaintDiagnosed(
                filed.diagnosis().caseId(),
                found.hypotheses(),
                found.mood(),
                found.publicImpact(),
                found.crisis(),
                found.isNone() ? Diagnosis.GIVEN_UP : found.rulesVersion(),
                now,
                found.severity(),
                found.massOutage());
        Instant nextBy = now.plus(promises.firstUpdate());
        Progress progress = filed.progress();
        return Decision.accept(
                new IntakeFact.Identified(diagnosis),
                new MovedOn(
                        progress.at(progress.step(), progress.status(), new Next(Filing.firstStep(diagnosis), nextBy))),
                new Published(diagnosis),
                messages.about(
                        complaint,
                        diagnosis,
                        new Occasion.Received(nextBy),
                        Filing.diagnosed(diagnosis.caseId()),
                        "1",
                        now));
    }

    /** When to try again, while nobody knows what the complaint is about. */
    static Optional<Instant> nextDue(Filed filed) {
        return filed.diagnosis().rulesVersion().equals(Diagnosis.NONE)
                ? Optional.of(filed.complaint().receivedAt().plus(TRIED_AGAIN_AFTER))
                : Optional.empty();
    }
}
