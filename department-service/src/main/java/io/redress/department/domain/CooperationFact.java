package io.redress.department.domain;

import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.Map;

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

    record BackgroundLearned(Background background) implements CooperationFact {}

    record WantedKept(Cooperation.Wanted wanted) implements CooperationFact {}

    /**
     * Of what the department needs to begin, the case has said this.
     *
     * @param fields all that are known now
     * @param sources by field, where the case said it
     */
    record FieldsFilled(RequestId requestId, Map<String, String> fields, Map<String, String> sources)
            implements CooperationFact {}

    /** The request does not meet this contract, and is not in its department's queue. */
    record RequestReturned(RequestId requestId, boolean owned, RequestContract contract) implements CooperationFact {}

    /**
     * It lacks nothing any more, and its department's clock begins.
     *
     * @param fields as for {@link FieldsFilled}, as are {@code sources}
     * @param terms what holds from now on
     */
    record RequestCompleted(
            RequestId requestId, Map<String, String> fields, Map<String, String> sources, RequestTerms terms)
            implements CooperationFact {}
}
