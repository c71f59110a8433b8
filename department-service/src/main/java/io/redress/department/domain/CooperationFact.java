package io.redress.department.domain;

import io.redress.contracts.Party;
import java.time.Instant;

/** What the department service remembers of how departments help each other. */
public sealed interface CooperationFact extends DepartmentFact {

    record OwnerLearned(Party owner) implements CooperationFact {}

    record QuestionKept(Cooperation.Question question) implements CooperationFact {}

    /** @param dueAt when its request is due from now on */
    record AnswerKept(String questionId, Cooperation.Said answer, Instant dueAt) implements CooperationFact {}

    record HelpKept(Cooperation.Help help) implements CooperationFact {}

    record HelpDropped(String helpId) implements CooperationFact {}

    record ContributionKept(Cooperation.Contribution contribution) implements CooperationFact {}

    record EvidenceKept(Cooperation.Evidence evidence) implements CooperationFact {}

    record InformalQuestionKept(Cooperation.InformalQuestion question) implements CooperationFact {}

    record InformalAnswerKept(String questionId, Cooperation.Said answer) implements CooperationFact {}
}
