package io.redress.resolution.domain;

import java.util.List;

/** What is remembered of who must agree, who has, and what went back. */
public sealed interface ClearanceFact extends AssuranceFact {

    /** What decides about the gates of the case. */
    record CircumstancesLearned(Circumstances circumstances) implements ClearanceFact {}

    /** Somebody has ideas that no request was raised for. */
    record IdeasLearned(List<Origin> origins) implements ClearanceFact {
        public IdeasLearned {
            origins = List.copyOf(origins);
        }
    }

    /** A gate is asked, once more where there was one of this gate and proposal. */
    record ClearanceOpened(Clearance clearance) implements ClearanceFact {}

    /** The proposal is gathered anew. */
    record ProposalTakenBack(Earlier earlier) implements ClearanceFact {}

    /** The customer has bargained. */
    record Bargained(Bargain bargain) implements ClearanceFact {}
}
