package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A complaint that could not be diagnosed when it came got a holding reply and nothing else (R9). A little later it is
 * tried once more; what is still not understood then goes on as unclear, so that a person asks.
 */
final class Identifying {
    static final Duration TRIED_AGAIN_AFTER = Duration.ofSeconds(30);

    private final FirstAnswer firstAnswer;
    private final Understanding understanding;

    /** @param understanding gives {@link Diagnosis#none} where it fails */
    Identifying(FirstAnswer firstAnswer, Understanding understanding) {
        this.firstAnswer = firstAnswer;
        this.understanding = understanding;
    }

    Decision<IntakeFact> again(Filed filed, Instant now) {
        if (nextDue(filed).filter(due -> !due.isAfter(now)).isEmpty()) {
            return Decision.nothing();
        }
        Complaint complaint = filed.complaint();
        Diagnosis found = understanding.of(filed.conversation().allWords(complaint), complaint.language());
        String rules = found.isNone() ? Diagnosis.GIVEN_UP : found.rulesVersion();
        ComplaintDiagnosed diagnosis = firstAnswer.diagnosed(filed.diagnosis().caseId(), found, rules, true, now);
        int wishes = filed.conversation().contacts().wishes();
        FirstAnswer.Lead lead = firstAnswer.leadOf(diagnosis, complaint, wishes, now);
        Progress progress = filed.progress();
        List<IntakeFact> facts = new ArrayList<>();
        facts.add(new IntakeFact.Identified(diagnosis));
        facts.add(new MovedOn(progress.at(progress.step(), progress.status(), lead.next())));
        facts.addAll(firstAnswer.facts(filed.with(diagnosis), lead, now));
        return Decision.accept(facts);
    }

    /** When to try again, while nobody knows what the complaint is about. */
    static Optional<Instant> nextDue(Filed filed) {
        return isOpen(filed) ? Optional.of(filed.complaint().receivedAt().plus(TRIED_AGAIN_AFTER)) : Optional.empty();
    }

    /** Whether it is still not known what the complaint is about, and nobody has said it meanwhile. */
    static boolean isOpen(Filed filed) {
        return filed.diagnosis().rulesVersion().equals(Diagnosis.NONE)
                && filed.conversation().revision() == 0;
    }
}
