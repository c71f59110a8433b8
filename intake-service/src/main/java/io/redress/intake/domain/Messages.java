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
        return about(filed, occasion, citing, citing, now);
    }

    /** @param mark tells this message from others of its kind in the case, the same on every repetition */
    IntakeFact about(Filed filed, Occasion occasion, String citing, String mark, Instant now) {
        Manner manner = ToneRule.mannerFor(Circumstances.of(filed, occasion));
        return compose(filed.complaint(), filed.diagnosis(), occasion, manner, citing, mark, now);
    }

    private IntakeFact compose(
            Complaint complaint,
            ComplaintDiagnosed diagnosis,
            Occasion occasion,
            Manner manner,
            String citing,
            String mark,
            Instant now) {
        Voice.Words words = voice.say(occasion, complaint, diagnosis, manner.tone());
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
                now,
                manner.tone().wireName(),
                manner.reason(),
                complaint.formality().wireName(),
                words.templateVersion(),
                occasion.uses()));
    }
}
