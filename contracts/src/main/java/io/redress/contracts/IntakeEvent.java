package io.redress.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
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
     * @param product which product it is about, as the client names it; absent where it does not
     * @param region where it happened, as the client names it; absent likewise
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
            @Nullable Instant closedAt,
            @Nullable String product,
            @Nullable String region)
            implements IntakeEvent {
        public ComplaintReceived {
            Bounds.optionalText("a client reference", clientReference, Limits.KEY);
            Bounds.optionalText("a product", product, Limits.KEY);
            Bounds.optionalText("a region", region, Limits.KEY);
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
                    null,
                    null,
                    null);
        }

        /** One that names neither product nor region. */
        public ComplaintReceived(
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
                @Nullable Instant closedAt) {
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
                    filedBy,
                    attachments,
                    imported,
                    closedAt,
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
     * @param awaitsClarification true where the customer is asked first and no department is to work before the answer;
     *     absent means false
     * @param largestAmount the largest amount of money in the words, in whole units of whatever currency; absent where
     *     none is named
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
            @Nullable Boolean massOutage,
            @Nullable Boolean awaitsClarification,
            @Nullable Long largestAmount)
            implements IntakeEvent {
        public ComplaintDiagnosed {
            Bounds.atLeastOne("hypotheses", hypotheses);
            Bounds.between("mood", -1, mood, 1);
            hypotheses = List.copyOf(hypotheses);
        }

        /** A diagnosis that is clear enough to act on and says nothing about severity and outages. */
        public ComplaintDiagnosed(
                CaseId caseId,
                List<Hypothesis> hypotheses,
                double mood,
                boolean publicImpact,
                boolean crisis,
                String rulesVersion,
                Instant diagnosedAt) {
            this(caseId, hypotheses, mood, publicImpact, crisis, rulesVersion, diagnosedAt, null, null, null);
        }

        /** A diagnosis that says nothing about amounts. */
        public ComplaintDiagnosed(
                CaseId caseId,
                List<Hypothesis> hypotheses,
                double mood,
                boolean publicImpact,
                boolean crisis,
                String rulesVersion,
                Instant diagnosedAt,
                @Nullable Severity severity,
                @Nullable Boolean massOutage,
                @Nullable Boolean awaitsClarification) {
            this(
                    caseId,
                    hypotheses,
                    mood,
                    publicImpact,
                    crisis,
                    rulesVersion,
                    diagnosedAt,
                    severity,
                    massOutage,
                    awaitsClarification,
                    null);
        }

        /** Whether everybody waits for the customer's answer. */
        @JsonIgnore
        public boolean isAwaitingClarification() {
            return Boolean.TRUE.equals(awaitsClarification);
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

    /**
     * The complaint was not clear enough to act on, so the customer is asked once (R5). Nobody works on it before the
     * answer or {@code answerBy}; then the best guess goes on.
     *
     * @param about natures it may be about, the likeliest first; empty where nothing was understood
     */
    @WireName("redress.intake.clarification-asked.v1")
    record ClarificationAsked(CaseId caseId, List<String> about, Instant askedAt, Instant answerBy)
            implements IntakeEvent {
        public ClarificationAsked {
            Bounds.count("natures in about", about, 5);
            about = List.copyOf(about);
        }
    }

    /**
     * The customer said more in an open case: an answer, new evidence, or the same again because nobody came back (R54).
     * The text is the customer's own, never rewritten.
     *
     * @param number counts what was said after the complaint, from 1
     * @param submittedBy the client that passed it on
     * @param mood in these words, -1 (furious) to 1 (content)
     * @param answersQuestion whether our question was open
     * @param repeated whether the customer had to come back while it was our turn, with nothing new to tell
     * @param hostile whether whoever answers needs strong nerves (R144)
     */
    @WireName("redress.intake.words-received.v1")
    record WordsReceived(
            CaseId caseId,
            int number,
            String text,
            String channel,
            String submittedBy,
            double mood,
            boolean answersQuestion,
            boolean repeated,
            boolean hostile,
            Instant receivedAt)
            implements IntakeEvent {
        public WordsReceived {
            Bounds.between("a number", 1, number, Integer.MAX_VALUE);
            Bounds.text("words", text, Limits.WORDS);
            Bounds.between("mood", -1, mood, 1);
        }
    }

    /**
     * What the problem underneath seems to be now; it takes the place of every earlier diagnosis of the case (R6).
     *
     * @param revision counts the revisions of the case, from 1
     * @param hypotheses evidence is counted over the complaint and all further words, joined by a blank line each
     * @param mood the customer's latest, -1 (furious) to 1 (content)
     * @param because the reason in a sentence
     * @param by the consultant who corrected it; absent where the rules did
     * @param severity how much is at stake; absent where nothing is known of it
     * @param massOutage whether it reads as one of many about the same breakdown (R110); absent likewise
     * @param largestAmount the largest amount of money in all words, in whole units of whatever currency; absent where
     *     none is named
     */
    @WireName("redress.intake.diagnosis-revised.v1")
    record DiagnosisRevised(
            CaseId caseId,
            int revision,
            List<Hypothesis> hypotheses,
            double mood,
            boolean publicImpact,
            boolean crisis,
            Reason reason,
            String because,
            @Nullable String by,
            String rulesVersion,
            Instant revisedAt,
            @Nullable Severity severity,
            @Nullable Boolean massOutage,
            @Nullable Long largestAmount)
            implements IntakeEvent {
        public DiagnosisRevised {
            Bounds.between("a revision", 1, revision, Integer.MAX_VALUE);
            Bounds.atLeastOne("hypotheses", hypotheses);
            Bounds.between("mood", -1, mood, 1);
            Bounds.text("a reason in because", because, Limits.NOTE);
            hypotheses = List.copyOf(hypotheses);
        }

        /** A revision that says nothing about amounts. */
        public DiagnosisRevised(
                CaseId caseId,
                int revision,
                List<Hypothesis> hypotheses,
                double mood,
                boolean publicImpact,
                boolean crisis,
                Reason reason,
                String because,
                @Nullable String by,
                String rulesVersion,
                Instant revisedAt,
                @Nullable Severity severity,
                @Nullable Boolean massOutage) {
            this(
                    caseId,
                    revision,
                    hypotheses,
                    mood,
                    publicImpact,
                    crisis,
                    reason,
                    because,
                    by,
                    rulesVersion,
                    revisedAt,
                    severity,
                    massOutage,
                    null);
        }

        /** Why a diagnosis is revised. */
        public enum Reason {
            /** The customer has answered our question. */
            CLARIFIED,
            /** The customer has told more. */
            NEW_EVIDENCE,
            /** A consultant knows better. */
            CORRECTED,
            /** The customer has not answered in time, so the best guess goes on. */
            NO_ANSWER
        }
    }

    /**
     * The consultant owes the customer a personal contact by {@code dueAt} (R138).
     *
     * @param number counts the wishes of the case, from 1
     * @param consultant id of the named person
     * @param how the channel on which the customer wants it
     */
    @WireName("redress.intake.contact-wished.v1")
    record ContactWished(
            CaseId caseId, int number, String consultant, String how, Reason reason, Instant wishedAt, Instant dueAt)
            implements IntakeEvent {
        public ContactWished {
            Bounds.between("a number", 1, number, Integer.MAX_VALUE);
        }

        /** Why somebody is to get in touch. */
        public enum Reason {
            CUSTOMER_ASKED,
            /** It was no complaint but a question, and it has to be answered. */
            QUESTION
        }
    }

    /**
     * A consultant was in contact with the customer.
     *
     * @param number counts the contacts of the case, from 1
     * @param by who was in contact
     * @param mood the customer's after it as the consultant felt it, -1 (furious) to 1 (content)
     * @param smallTalk whether there was time for more than the matter itself; welcome, and no inefficiency (R146)
     * @param inTime whether a wish was met in time; absent where nobody had asked
     */
    @WireName("redress.intake.contact-made.v1")
    record ContactMade(
            CaseId caseId,
            int number,
            String by,
            String note,
            @Nullable Double mood,
            boolean smallTalk,
            @Nullable Boolean inTime,
            Instant madeAt)
            implements IntakeEvent {
        public ContactMade {
            Bounds.between("a number", 1, number, Integer.MAX_VALUE);
            Bounds.text("a note", note, Limits.NOTE);
            if (mood != null) {
                Bounds.between("mood", -1, mood, 1);
            }
        }
    }

    /**
     * The customer asked for contact and nobody was in touch in time. Told once per wish.
     *
     * @param number of the wish
     */
    @WireName("redress.intake.contact-overdue.v1")
    record ContactOverdue(CaseId caseId, int number, String consultant, Instant dueAt, Instant overdueAt)
            implements IntakeEvent {
        public ContactOverdue {
            Bounds.between("a number", 1, number, Integer.MAX_VALUE);
        }
    }

    /**
     * The case did not take the six steps in line (R12).
     *
     * @param step {@code identify}, {@code respond}, {@code coordinate}, {@code propose}, {@code execute} or
     *     {@code learn}
     * @param reason in a sentence
     */
    @WireName("redress.intake.step-deviated.v1")
    record StepDeviated(CaseId caseId, Move move, String step, String reason, Instant deviatedAt)
            implements IntakeEvent {
        public StepDeviated {
            Bounds.text("a reason", reason, Limits.NOTE);
        }

        /** How a case leaves the line. */
        public enum Move {
            REVISITED,
            SKIPPED,
            REPEATED
        }
    }

    /**
     * A large shipment to a valued customer opened a case before anybody complains (R46). The same shipment is the same
     * case.
     *
     * @param reason why it is watched, in a sentence
     * @param openedBy who told us of the shipment
     */
    @WireName("redress.intake.proactive-case-opened.v1")
    record ProactiveCaseOpened(
            CaseId caseId,
            Customer customer,
            Shipment shipment,
            Owner owner,
            String reason,
            String openedBy,
            Instant openedAt)
            implements IntakeEvent {
        public ProactiveCaseOpened {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("who opened it", openedBy, Limits.NAME);
        }
    }

    /**
     * What is sent to a customer.
     *
     * @param reference the sender's own number of it
     * @param quantity how many pieces
     * @param plannedFor the day on which it leaves
     * @param country where it goes, ISO 3166-1 in two capital letters
     */
    record Shipment(String reference, int quantity, LocalDate plannedFor, String country) {
        public Shipment {
            Bounds.text("a shipment's reference", reference, Limits.KEY);
            Bounds.between("a quantity", 1, quantity, Integer.MAX_VALUE);
            Bounds.text("a country", country, 2);
        }
    }
}
