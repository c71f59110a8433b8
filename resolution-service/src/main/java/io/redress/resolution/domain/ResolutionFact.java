package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to a resolution: what it tells the others, and what it only remembers of what they told. */
public sealed interface ResolutionFact
        permits ResolutionFact.Published,
                ResolutionFact.RoutingLearned,
                ResolutionFact.ReroutingLearned,
                ResolutionFact.RedirectionLearned,
                ResolutionFact.AnswerLearned,
                ResolutionFact.AnswerForgotten,
                ResolutionFact.PauseLearned,
                ResolutionFact.ResumptionLearned,
                ResolutionFact.DepartmentJoined,
                ResolutionFact.ProposalHeld,
                ResolutionFact.DraftChanged,
                ResolutionFact.ConditionMet,
                AssuranceFact,
                DocumentFact {

    /** Told to everybody. */
    record Published(ResolutionEvent event) implements ResolutionFact {}

    /** Which answers a proposal needs. */
    record RoutingLearned(Background background, Requirement required) implements ResolutionFact {}

    /**
     * Other answers are needed than before.
     *
     * @param earlier what had been proposed and is gathered for again; absent where nothing had been
     */
    record ReroutingLearned(
            Background background,
            Requirement required,
            @Nullable Earlier earlier) implements ResolutionFact {}

    /** A request has been replaced by another. */
    record RedirectionLearned(Redirection redirection) implements ResolutionFact {}

    /** An answer is in. */
    record AnswerLearned(Answer answer) implements ResolutionFact {}

    /** An answer has gone back; the proposal waits for what comes instead. */
    record AnswerForgotten(RequestId requestId) implements ResolutionFact {}

    /** The case is part of another from here on. */
    record PauseLearned() implements ResolutionFact {}

    /** The case has its own life again. */
    record ResumptionLearned() implements ResolutionFact {}

    /** One more department has a part in the case and may see it. */
    record DepartmentJoined(DepartmentCode department) implements ResolutionFact {}

    /** A proposal is ready, but the customer does not see it before all of this is settled. */
    record ProposalHeld(SolutionsProposed draft, List<String> awaiting) implements ResolutionFact {
        public ProposalHeld {
            awaiting = List.copyOf(awaiting);
        }
    }

    /** What is held for its clearances or reservations is something else now. */
    record DraftChanged(SolutionsProposed draft) implements ResolutionFact {}

    /** One thing less that a held proposal waits for. */
    record ConditionMet(String name) implements ResolutionFact {}
}
