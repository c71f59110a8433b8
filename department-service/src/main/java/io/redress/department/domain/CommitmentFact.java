package io.redress.department.domain;

import io.redress.contracts.CommitmentEvent.CommitmentJudged;
import io.redress.contracts.CommitmentEvent.Part;
import io.redress.department.domain.Commitment.Correction;
import io.redress.department.domain.Commitment.End;
import io.redress.department.domain.Commitments.Stack;
import java.time.Instant;

/** What the department service remembers of what is promised. */
public sealed interface CommitmentFact extends DealingFact {

    record CommitmentNoted(Commitment commitment) implements CommitmentFact {}

    record CommitmentWeighed(CommitmentJudged judged) implements CommitmentFact {}

    record CorrectionNoted(String commitmentId, Correction correction) implements CommitmentFact {}

    /** @param at when the date passed, or what was delivered was too little */
    record MissNoted(String commitmentId, Part part, Instant at) implements CommitmentFact {}

    record EndNoted(String commitmentId, End end) implements CommitmentFact {}

    record StackNoted(Stack stack) implements CommitmentFact {}
}
