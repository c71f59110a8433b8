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

    /**
     * The customer said the same thing again: it joined its case instead of opening a second one (R54). The text is kept
     * verbatim.
     *
     * @param similarity to the complaint of the case, 0 to 1
     * @param repeated how many times the customer has said it again by now, this time included
     */
    @WireName("redress.intake.complaint-joined.v1")
    record ComplaintJoined(
            CaseId caseId,
            @Nullable String clientReference,
            String submittedBy,
            String channel,
            String text,
            double similarity,
            int repeated,
            Instant receivedAt)
            implements IntakeEvent {
        public ComplaintJoined {
            Bounds.optionalText("a client reference", clientReference, Limits.KEY);
            Bounds.text("a complaint", text, Limits.COMPLAINT);
            Bounds.between("similarity", 0, similarity, 1);
            Bounds.between("repeated contacts", 1, repeated, Integer.MAX_VALUE);
        }
    }

    /** From here on this case is handled as part of {@code into}, which owes the customer all that this one did. */
    @WireName("redress.intake.case-merged.v1")
    record CaseMerged(CaseId caseId, CaseId into, String reason, String by, Instant at) implements IntakeEvent {
        public CaseMerged {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("who merged", by, Limits.NAME);
        }
    }

    /** This case is from here on answerable for {@code merged} too. */
    @WireName("redress.intake.merge-received.v1")
    record MergeReceived(CaseId caseId, CaseId merged, String reason, String by, Instant at) implements IntakeEvent {
        public MergeReceived {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("who merged", by, Limits.NAME);
        }
    }

    /** The merge was a mistake: this case has its own life again and is no part of {@code from}. */
    @WireName("redress.intake.merge-undone.v1")
    record MergeUndone(CaseId caseId, CaseId from, String reason, String by, Instant at) implements IntakeEvent {
        public MergeUndone {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("who undid the merge", by, Limits.NAME);
        }
    }

    /** This case is no longer answerable for {@code released}, whose merge was undone. */
    @WireName("redress.intake.merge-released.v1")
    record MergeReleased(CaseId caseId, CaseId released, String reason, String by, Instant at) implements IntakeEvent {
        public MergeReleased {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("who undid the merge", by, Limits.NAME);
        }
    }
}
