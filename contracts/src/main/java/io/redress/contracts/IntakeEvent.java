package io.redress.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What intake tells the others, on topic {@link Topics#COMPLAINTS}. */
public sealed interface IntakeEvent extends CaseEvent {

    /**
     * A complaint became a case with an owner (R1). The text is the customer's own, never rewritten (R2).
     *
     * @param submittedBy the client that filed it, or for which it was filed; it may see the case
     * @param language ISO 639-1
     * @param receivedAt when the customer said it, which for an imported one may be long ago
     * @param filedBy who typed it where that was not the client itself
     * @param attachments what the customer sent along, as references; nobody here has fetched them
     * @param imported true where it comes from the history of another system
     * @param closedAt when it was closed there; such a case is no work for anybody
     */
    @WireName("redress.intake.complaint-received.v1")
    record ComplaintReceived(
            CaseId caseId,
            @Nullable String clientReference,
            String submittedBy,
            Customer customer,
            String channel,
            String language,
            String text,
            Owner owner,
            Instant receivedAt,
            @Nullable String filedBy,
            @Nullable List<Attachment> attachments,
            @Nullable Boolean imported,
            @Nullable Instant closedAt)
            implements IntakeEvent {
        public ComplaintReceived {
            Bounds.optionalText("a client reference", clientReference, Limits.KEY);
            Bounds.text("a complaint", text, Limits.COMPLAINT);
            if (attachments != null) {
                Bounds.count("attachments", attachments, Limits.ATTACHMENTS);
                attachments = List.copyOf(attachments);
            }
        }

        /** One that the client filed itself, now, with nothing but its words. */
        public ComplaintReceived(
                CaseId caseId,
                @Nullable String clientReference,
                String submittedBy,
                Customer customer,
                String channel,
                String language,
                String text,
                Owner owner,
                Instant receivedAt) {
            this(
                    caseId,
                    clientReference,
                    submittedBy,
                    customer,
                    channel,
                    language,
                    text,
                    owner,
                    receivedAt,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /**
     * What the problem underneath seems to be, strongest hypothesis first; never empty.
     *
     * @param mood the customer's mood before, -1 (furious) to 1 (content)
     * @param publicImpact whether the complaint may reach the public (R41)
     * @param crisis whether it may concern the whole organisation (R48)
     * @param severity how much is at stake; absent in events of before it was looked for
     * @param massOutage whether it reads as one of many about the same breakdown (R110); absent likewise
     */
    @WireName("redress.intake.complaint-diagnosed.v1")
    record ComplaintDiagnosed(
            CaseId caseId,
            List<Hypothesis> hypotheses,
            double mood,
            boolean publicImpact,
            boolean crisis,
            String rulesVersion,
            Instant diagnosedAt,
            @Nullable Severity severity,
            @Nullable Boolean massOutage)
            implements IntakeEvent {
        public ComplaintDiagnosed {
            Bounds.atLeastOne("hypotheses", hypotheses);
            Bounds.between("mood", -1, mood, 1);
            hypotheses = List.copyOf(hypotheses);
        }

        /** A diagnosis that says nothing about severity and outages. */
        public ComplaintDiagnosed(
                CaseId caseId,
                List<Hypothesis> hypotheses,
                double mood,
                boolean publicImpact,
                boolean crisis,
                String rulesVersion,
                Instant diagnosedAt) {
            this(caseId, hypotheses, mood, publicImpact, crisis, rulesVersion, diagnosedAt, null, null);
        }
    }
}
