package io.redress.intake.domain;

import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import org.jspecify.annotations.Nullable;

/** Puts an occasion into words for one customer, in the customer's language and form of address. Pure. */
@FunctionalInterface
public interface Voice {

    /** The words for an occasion in a tone; a kind that has no words in it uses the next milder one. */
    Words say(Occasion occasion, Complaint complaint, ComplaintDiagnosed diagnosis, Tone tone);

    /**
     * A message's text.
     *
     * @param templateVersion names the exact text that was used; null for a voice without templates
     */
    record Words(String subject, String body, @Nullable String templateVersion) {
        public Words(String subject, String body) {
            this(subject, body, null);
        }
    }
}
