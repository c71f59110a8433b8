package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.KnowledgeEvent.KnowledgeSought;
import io.redress.routing.domain.CaseKnowledge.Contribution;
import java.util.List;

/** What routing decides about knowledge held elsewhere. */
public sealed interface KnowledgeFact extends RoutingFact {

    /** The others are told of the question; the key it came under is routing's own affair. */
    record KnowledgeAsked(KnowledgeSought event, String key, String fingerprint) implements KnowledgeFact {}

    /** An inquiry has one more answer. */
    record InquiryAnswered(String inquiryId, Contribution contribution) implements KnowledgeFact {}

    /** The department has said something about the customer, asked or not. */
    record ContributorNoted(DepartmentCode department) implements KnowledgeFact {}

    /** An answer has used these contributions. */
    record ContributionsCredited(List<String> contributions) implements KnowledgeFact {}

    /** Its time is over, whether anybody has answered or not. */
    record InquiryEnded(String inquiryId, boolean answered) implements KnowledgeFact {}
}
