package io.redress.routing.application;

import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.routing.domain.CaseKnowledge;
import io.redress.routing.domain.CaseKnowledge.Contribution;
import io.redress.routing.domain.CaseKnowledge.Inquiry;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was asked about a case of whoever knows something, and what they said. */
public record InquiriesView(CaseId caseId, List<InquiryView> inquiries) {

    /**
     * One question.
     *
     * @param question as it was asked, without personal data
     * @param status {@code open} until its time is over, then {@code ended}
     * @param answers each with the id of the contribution and whether an answer has used it
     */
    public record InquiryView(
            String inquiryId,
            String question,
            List<DepartmentCode> departments,
            String by,
            Instant soughtAt,
            Instant answerBy,
            String status,
            List<Contribution> answers) {

        /** One inquiry as people see it. */
        public static InquiryView of(Inquiry inquiry) {
            return new InquiryView(
                    inquiry.id(),
                    inquiry.question(),
                    inquiry.departments(),
                    inquiry.by(),
                    inquiry.soughtAt(),
                    inquiry.answerBy(),
                    inquiry.ended() ? "ended" : "open",
                    inquiry.answers());
        }
    }

    public static InquiriesView of(CaseView<RoutingState> view) {
        return new InquiriesView(
                new CaseId(view.id()),
                knowledge(view.state()).map(CaseKnowledge::inquiries).orElse(List.of()).stream()
                        .map(InquiryView::of)
                        .toList());
    }

    /** What is known of a case; empty until it is routed. */
    public static Optional<CaseKnowledge> knowledge(RoutingState state) {
        return switch (state) {
            case Paused paused -> knowledge(paused.beneath());
            case Routed routed -> Optional.of(routed.knowledge());
            case Ended ended -> Optional.of(ended.knowledge());
            case Unheard _, Heard _, RoutingState.Document _ -> Optional.empty();
        };
    }
}
