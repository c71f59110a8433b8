package io.redress.contracts;

import io.redress.contracts.ClosingEvent.DisputeBody;
import io.redress.contracts.DeviationEvent.Dimension;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What resolution tells the others, on topic {@link Topics#RESOLUTIONS}. */
public sealed interface ResolutionEvent extends CaseEvent
        permits ResolutionEvent.SolutionsProposed,
                ResolutionEvent.ChoiceReminderDue,
                ResolutionEvent.OptionChosen,
                ResolutionEvent.ChoiceUpheld,
                ResolutionEvent.ExecutionStepStarted,
                ResolutionEvent.ExecutionStepCompleted,
                ResolutionEvent.ExecutionStepFailed,
                ResolutionEvent.SolutionExecuted,
                ResolutionEvent.CaseClosed,
                AssuranceEvent {

    /**
     * The customer may choose among these until {@code validUntil} (R103).
     *
     * @param singleOptionReason why there is only one, where there is only one
     * @param disclosure what went wrong with an earlier choice, where this replaces one (R114)
     * @param limitsVersion the value limits in force when it was made; absent where none was
     * @param flexibility how far it can be bargained over; absent in proposals of before that was said
     * @param goesOn what was chosen before and is carried out meanwhile; absent where nothing is
     */
    @WireName("redress.resolution.solutions-proposed.v1")
    record SolutionsProposed(
            CaseId caseId,
            String proposalId,
            List<Option> options,
            @Nullable String singleOptionReason,
            @Nullable String disclosure,
            Instant proposedAt,
            Instant validUntil,
            @Nullable String limitsVersion,
            @Nullable Flexibility flexibility,
            @Nullable GoesOn goesOn)
            implements ResolutionEvent {
        public SolutionsProposed {
            Bounds.atLeastOne("options", options);
            options = List.copyOf(options);
        }

        /** A proposal beside which nothing is carried out. */
        public SolutionsProposed(
                CaseId caseId,
                String proposalId,
                List<Option> options,
                @Nullable String singleOptionReason,
                @Nullable String disclosure,
                Instant proposedAt,
                Instant validUntil,
                @Nullable String limitsVersion,
                @Nullable Flexibility flexibility) {
            this(
                    caseId,
                    proposalId,
                    options,
                    singleOptionReason,
                    disclosure,
                    proposedAt,
                    validUntil,
                    limitsVersion,
                    flexibility,
                    null);
        }

        /** A proposal that says neither what it was measured by nor how far it can be bargained over. */
        public SolutionsProposed(
                CaseId caseId,
                String proposalId,
                List<Option> options,
                @Nullable String singleOptionReason,
                @Nullable String disclosure,
                Instant proposedAt,
                Instant validUntil) {
            this(caseId, proposalId, options, singleOptionReason, disclosure, proposedAt, validUntil, null, null);
        }
    }

    /**
     * What is carried out while something else is offered in its place, and goes on where nothing else is chosen.
     *
     * @param optionId of the option in this proposal that is this
     * @param touched in which respects it will not be as it was promised; empty where the offer that this one replaces
     *     said so
     */
    record GoesOn(String optionId, List<Dimension> touched) {
        public GoesOn {
            touched = List.copyOf(touched);
        }
    }

    /**
     * One way to put things right, with the steps that carry it out.
     *
     * @param consequence what follows from it for the customer
     * @param reserves what is held for it
     */
    record Option(
            String optionId,
            String kind,
            String title,
            @Nullable Money cost,
            int days,
            @Nullable String disadvantage,
            List<Step> steps,
            @Nullable String consequence,
            @Nullable List<Reserve> reserves) {
        public Option {
            Bounds.text("a title", title, Limits.TITLE);
            Bounds.between("days", 0, days, Limits.DAYS);
            steps = List.copyOf(steps);
            Bounds.optionalText("a consequence", consequence, Limits.NOTE);
            reserves = Bounds.optionalList("reserves", reserves, Limits.RESERVES);
        }

        /** Without a consequence of its own, and nothing is held for it. */
        public Option(
                String optionId,
                String kind,
                String title,
                @Nullable Money cost,
                int days,
                @Nullable String disadvantage,
                List<Step> steps) {
            this(optionId, kind, title, cost, days, disadvantage, steps, null, null);
        }
    }

    /**
     * What one department does to carry out an option.
     *
     * @param after ids of the steps that must be done before
     * @param undo what this department does where the step is done and a later one fails for good
     * @param days working days from its start until it is done
     * @param remedy what leaves the house with it
     */
    record Step(
            String stepId,
            DepartmentCode department,
            String action,
            @Nullable List<String> after,
            @Nullable String undo,
            @Nullable Integer days,
            @Nullable Remedy remedy) {
        public Step {
            after = Bounds.optionalList("steps in after", after, Limits.STEPS);
        }

        /** A step that waits for no other and cannot be undone. */
        public Step(String stepId, DepartmentCode department, String action) {
            this(stepId, department, action, null, null, null, null);
        }
    }

    /**
     * The customer has not chosen yet and is reminded, with the date the offer ends.
     *
     * @param goesOn true where the customer keeps what was chosen before by saying nothing; absent means false
     */
    @WireName("redress.resolution.choice-reminder-due.v1")
    record ChoiceReminderDue(
            CaseId caseId,
            String proposalId,
            Instant validUntil,
            @Nullable Boolean goesOn) implements ResolutionEvent {

        /** One after which nothing goes on by itself. */
        public ChoiceReminderDue(CaseId caseId, String proposalId, Instant validUntil) {
            this(caseId, proposalId, validUntil, null);
        }
    }

    /**
     * The choice was the customer's (R106).
     *
     * @param optionsDigest SHA-256, in hexadecimal, of the options as they were seen; absent in choices of before that
     *     was said
     * @param goesOn true where it is what was chosen before and is carried out already; absent means false
     * @param dueAt by when it is promised; absent where the promise tells its date itself
     * @param kept what has left the house for what was chosen before and is not taken back, since nobody has said how;
     *     absent where there is none
     */
    @WireName("redress.resolution.option-chosen.v1")
    record OptionChosen(
            CaseId caseId,
            String proposalId,
            String optionId,
            String title,
            String by,
            Instant chosenAt,
            @Nullable String optionsDigest,
            @Nullable Boolean goesOn,
            @Nullable Instant dueAt,
            @Nullable List<Remedy> kept)
            implements ResolutionEvent {
        public OptionChosen {
            kept = kept == null ? null : List.copyOf(kept);
        }

        /** A choice that takes the place of nothing. */
        public OptionChosen(
                CaseId caseId,
                String proposalId,
                String optionId,
                String title,
                String by,
                Instant chosenAt,
                @Nullable String optionsDigest) {
            this(caseId, proposalId, optionId, title, by, chosenAt, optionsDigest, null, null, null);
        }

        /** A choice that does not say what was seen. */
        public OptionChosen(
                CaseId caseId, String proposalId, String optionId, String title, String by, Instant chosenAt) {
            this(caseId, proposalId, optionId, title, by, chosenAt, null);
        }
    }

    /**
     * The customer has not chosen anything in place of what is being carried out: that goes on, and the offer is over.
     *
     * @param optionId of the option that goes on, in that offer
     * @param reason why nothing else was chosen; absent in events of before that was said
     * @param dueAt by when it is promised; absent where the promise tells its date itself
     */
    @WireName("redress.resolution.choice-upheld.v1")
    record ChoiceUpheld(
            CaseId caseId,
            String proposalId,
            String optionId,
            String title,
            Instant upheldAt,
            @Nullable Reason reason,
            @Nullable Instant dueAt)
            implements ResolutionEvent {

        /** One that does not say why. */
        public ChoiceUpheld(CaseId caseId, String proposalId, String optionId, String title, Instant upheldAt) {
            this(caseId, proposalId, optionId, title, upheldAt, null, null);
        }

        /** Why nothing else was chosen. */
        public enum Reason {
            /** The offer has ended and the customer has said nothing. */
            SILENCE,
            /** All of it was done before the customer spoke. */
            DONE,
            /** Nothing of what was offered in its place is to be had any more. */
            NOTHING_ELSE
        }
    }

    /**
     * A department is needed to carry out a step, since what comes before it is done; routing raises the request.
     *
     * @param days working days of that department until it is to be done; absent where nobody has said
     */
    @WireName("redress.resolution.execution-step-started.v1")
    record ExecutionStepStarted(
            CaseId caseId,
            String stepId,
            DepartmentCode department,
            String action,
            Instant startedAt,
            @Nullable Integer days)
            implements ResolutionEvent {

        /** One for which the department has its usual time. */
        public ExecutionStepStarted(
                CaseId caseId, String stepId, DepartmentCode department, String action, Instant startedAt) {
            this(caseId, stepId, department, action, startedAt, null);
        }
    }

    /** A department has carried out a step. */
    @WireName("redress.resolution.execution-step-completed.v1")
    record ExecutionStepCompleted(CaseId caseId, String stepId, RequestId requestId, Instant completedAt)
            implements ResolutionEvent {}

    /**
     * The step cannot be done; the customer is told and offered what is left, never silently something else.
     *
     * @param kept what has left the house for other steps and is not taken back, since nobody has said how; absent where
     *     there is none
     */
    @WireName("redress.resolution.execution-step-failed.v1")
    record ExecutionStepFailed(
            CaseId caseId,
            String stepId,
            RequestId requestId,
            String reason,
            Instant failedAt,
            @Nullable List<Remedy> kept)
            implements ResolutionEvent {
        public ExecutionStepFailed {
            kept = kept == null ? null : List.copyOf(kept);
        }

        /** Where nothing is kept. */
        public ExecutionStepFailed(CaseId caseId, String stepId, RequestId requestId, String reason, Instant failedAt) {
            this(caseId, stepId, requestId, reason, failedAt, null);
        }
    }

    /**
     * All that was chosen is done. The case is resolved; it closes on the customer's word.
     *
     * @param closesAt when it closes without the customer's word; absent in events of before that was told
     */
    @WireName("redress.resolution.solution-executed.v1")
    record SolutionExecuted(
            CaseId caseId,
            String optionId,
            String title,
            Instant executedAt,
            @Nullable Instant closesAt) implements ResolutionEvent {

        /** One that does not say when the case closes. */
        public SolutionExecuted(CaseId caseId, String optionId, String title, Instant executedAt) {
            this(caseId, optionId, title, executedAt, null);
        }
    }

    /**
     * The case is over, but not forgotten: its review follows (R115).
     *
     * @param reopenableUntil as long it can be opened again; absent in events of before that was told
     * @param dispute who decides where the customer does not agree; absent where it ended in agreement
     */
    @WireName("redress.resolution.case-closed.v1")
    record CaseClosed(
            CaseId caseId,
            Reason reason,
            @Nullable Boolean satisfied,
            @Nullable String words,
            Instant closedAt,
            @Nullable Instant reopenableUntil,
            @Nullable DisputeBody dispute)
            implements ResolutionEvent {
        public CaseClosed {
            Bounds.optionalText("words", words, Limits.WORDS);
        }

        /** One that says nothing about what may follow. */
        public CaseClosed(
                CaseId caseId, Reason reason, @Nullable Boolean satisfied, @Nullable String words, Instant closedAt) {
            this(caseId, reason, satisfied, words, closedAt, null, null);
        }

        /** What ended it. */
        public enum Reason {
            CUSTOMERS_WORD,
            ANNOUNCED_EXPIRY,
            /** It was no complaint, and it has been answered. */
            ANSWERED
        }
    }
}
