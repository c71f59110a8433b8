package io.redress.intake.domain;

import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import java.time.Instant;

/** Composes what customers are told; the only place where a message begins. */
final class Messages {
    private final Voice voice;

    Messages(Voice voice) {
        this.voice = voice;
    }

    /** A message that is said once for the event it cites. */
    IntakeFact about(Filed filed, Occasion occasion, String citing, Instant now) {
        return about(filed.complaint(), filed.diagnosis(), occasion, citing, citing, now);
    }

    /** @param mark tells this message from others of its kind in the case, the same on every repetition */
    IntakeFact about(
            Complaint complaint,
            ComplaintDiagnosed diagnosis,
            Occasion occasion,
            String citing,
            String mark,
            Instant now) {
        Voice.Words words = voice.say(occasion, complaint, diagnosis);
        return new Published(new CustomerMessageComposed(
                diagnosis.caseId(),
                diagnosis.caseId() + ":" + occasion.kind() + ":" + mark,
                occasion.kind(),
                complaint.customer().reference(),
                complaint.channel(),
                complaint.language(),
                words.subject(),
                words.body(),
                citing,
                now));
    }
}
