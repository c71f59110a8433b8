package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.redact.AnonymousWords;
import io.redress.contracts.KnowledgeEvent.KnowledgeSought;
import io.redress.contracts.Limits;
import io.redress.routing.domain.CaseKnowledge.Contribution;
import io.redress.routing.domain.CaseKnowledge.Inquiry;
import io.redress.routing.domain.KnowledgeCommand.NoteContribution;
import io.redress.routing.domain.KnowledgeCommand.SeekKnowledge;
import io.redress.routing.domain.KnowledgeFact.ContributionsCredited;
import io.redress.routing.domain.KnowledgeFact.ContributorNoted;
import io.redress.routing.domain.KnowledgeFact.InquiryAnswered;
import io.redress.routing.domain.KnowledgeFact.InquiryEnded;
import io.redress.routing.domain.KnowledgeFact.KnowledgeAsked;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who knows about it? Whoever answers helps and owns nothing; whoever does not has done nothing wrong (R68). */
final class Inquiring {
    private Inquiring() {}

    static Decision<RoutingFact> seek(Routed routed, SeekKnowledge command, Instant now) {
        CaseKnowledge known = routed.knowledge();
        Inquiry before = known.askedUnder(command.key()).orElse(null);
        if (before != null) {
            return before.fingerprint().equals(command.fingerprint())
                    ? nothing()
                    : reject(
                            "idempotency-key-reused",
                            "Expected a new Idempotency-Key for another request, but it was used before");
        }
        if (command.departments().isEmpty()) {
            return reject(
                    "nobody-knows",
                    "Expected another department that had contact with this customer, but there is none");
        }
        if (known.inquiries().size() >= CaseKnowledge.MOST_INQUIRIES) {
            return reject(
                    "too-many-inquiries",
                    "Expected at most " + CaseKnowledge.MOST_INQUIRIES
                            + " inquiries about a case, but there are as many");
        }
        if (!command.answerBy().isAfter(now)) {
            return reject("answer-by-passed", "Expected answerBy in the future, but it has passed");
        }
        return accept(new KnowledgeAsked(
                new KnowledgeSought(
                        routed.routing().caseId(),
                        "q" + (known.inquiries().size() + 1),
                        AnonymousWords.of(
                                command.question(), routed.routing().customer().reference(), Limits.NOTE),
                        command.departments(),
                        command.by(),
                        now,
                        command.answerBy()),
                command.key(),
                command.fingerprint()));
    }

    /** What comes after the time of an inquiry still counts: it may be what was missing. */
    static Decision<RoutingFact> note(Routed routed, NoteContribution command) {
        CaseKnowledge known = routed.knowledge();
        if (known.knowsContribution(command.contributionId())) {
            return nothing();
        }
        List<RoutingFact> facts = new ArrayList<>();
        known.inquiry(command.inquiryId())
                .filter(it -> it.answers().size() < CaseKnowledge.MOST_ANSWERS)
                .ifPresent(it -> facts.add(new InquiryAnswered(it.id(), contribution(command))));
        if (command.department() != null && !known.contributors().contains(command.department())) {
            facts.add(new ContributorNoted(command.department()));
        }
        return accept(facts);
    }

    /** Of what an answer cites, what was said in answer to an inquiry. */
    static List<RoutingFact> credited(Routed routed, List<String> cited) {
        List<String> ours =
                cited.stream().filter(routed.knowledge()::knowsContribution).toList();
        return ours.isEmpty() ? List.of() : List.of(new ContributionsCredited(ours));
    }

    static List<RoutingFact> noticeTime(Routed routed, Instant now) {
        return ended(routed.knowledge()
                .open()
                .filter(it -> !now.isBefore(it.answerBy()))
                .toList());
    }

    /** Nobody needs to know any more. */
    static List<RoutingFact> endAll(Routed routed) {
        return ended(routed.knowledge().open().toList());
    }

    private static List<RoutingFact> ended(List<Inquiry> inquiries) {
        return inquiries.stream()
                .<RoutingFact>map(it -> new InquiryEnded(it.id(), !it.answers().isEmpty()))
                .toList();
    }

    private static Contribution contribution(NoteContribution command) {
        return new Contribution(
                command.contributionId(),
                command.department(),
                command.text(),
                command.by(),
                command.contributedAt(),
                false);
    }
}
