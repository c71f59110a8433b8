package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.ClearanceEvent;
import io.redress.contracts.ClearanceEvent.ProposalCountered;
import io.redress.contracts.ClearanceEvent.ProposalDeclined;
import io.redress.contracts.ClearanceEvent.ProposalReturned;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.Limits;
import io.redress.contracts.Money;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.ClearanceFact.Bargained;
import io.redress.resolution.domain.ClearanceFact.ProposalTakenBack;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The customer bargains, a bounded number of times (R109, R148); what is wanted goes to those who had the ideas. */
final class Haggling {
    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");

    private final ProposalTerms terms;

    Haggling(ProposalTerms terms) {
        this.terms = terms;
    }

    Decision<ResolutionFact> decide(ResolutionCase known, Bargain bargain, Instant now) {
        if (isMade(known, bargain)) {
            return Decision.nothing();
        }
        return switch (known.progress()) {
            case Proposed proposed -> about(known, proposed, bargain, now);
            case Paused _ ->
                Decision.reject("merged", "Expected a case with a life of its own, but it was merged into another.");
            default ->
                Decision.reject("not-proposed", "Expected a proposal that waits for a choice, but there is none.");
        };
    }

    /** Whether this very thing was said last, and the proposal has gone back for it. */
    static boolean isMade(ResolutionCase known, Bargain bargain) {
        boolean standsStill = known.progress() instanceof Proposed proposed
                && proposed.proposal().proposalId().equals(bargain.proposalId());
        return !standsStill && bargain.equals(known.assurances().clearances().last());
    }

    private Decision<ResolutionFact> about(ResolutionCase known, Proposed proposed, Bargain bargain, Instant now) {
        SolutionsProposed proposal = proposed.proposal();
        if (!bargain.proposalId().equals(proposal.proposalId())) {
            return Decision.reject(
                    "unknown-proposal",
                    "Expected the current proposal " + proposal.proposalId() + ", but got another.");
        }
        if (!now.isBefore(proposal.validUntil())) {
            return Decision.reject(
                    "proposal-expired",
                    "Expected a word before " + proposal.validUntil() + ", when the proposal expired.");
        }
        if (proposed.running() != null) {
            return Decision.reject(
                    "choice-goes-on",
                    "Expected a proposal that can be bargained over, but what was chosen before is carried out as long as none of %s is chosen before %s."
                            .formatted(
                                    proposal.options().stream()
                                            .filter(it -> !proposed.goesOnWith(it))
                                            .map(Option::optionId)
                                            .toList(),
                                    proposal.validUntil()));
        }
        int round = known.assurances().clearances().rounds() + 1;
        if (round > terms.rounds()) {
            return Decision.reject("no-rounds-left", whatRemains(proposal));
        }
        CaseId caseId = proposed.background().caseId();
        return Decision.accept(
                new Published(said(caseId, bargain, round, now)),
                new Published(new ProposalReturned(
                        caseId,
                        proposal.proposalId(),
                        bargain.wants() == null ? ProposalReturned.Cause.DECLINED : ProposalReturned.Cause.COUNTERED,
                        reason(bargain),
                        asked(known, proposal, bargain, round),
                        now)),
                new Bargained(bargain),
                new ProposalTakenBack(new Earlier(
                        ProposeSolutions.round(proposal.proposalId()),
                        bargain.wants() == null ? List.of() : proposal.options(),
                        bargain.wants() == null
                                ? Earlier.withKindsOf(proposed.failedKinds(), proposal.options())
                                : proposed.failedKinds())));
    }

    private String whatRemains(SolutionsProposed proposal) {
        return "Expected at most %d rounds, and there have been as many. What remains is to choose one of %s before %s; after that the case closes as announced."
                .formatted(
                        terms.rounds(),
                        proposal.options().stream().map(Option::optionId).toList(),
                        proposal.validUntil());
    }

    private ClearanceEvent said(CaseId caseId, Bargain bargain, int round, Instant now) {
        Dimension wants = bargain.wants();
        int left = terms.rounds() - round;
        return wants == null
                ? new ProposalDeclined(caseId, bargain.proposalId(), round, bargain.words(), bargain.by(), now, left)
                : new ProposalCountered(
                        caseId,
                        bargain.proposalId(),
                        round,
                        wants,
                        bargain.words(),
                        bargain.amount(),
                        bargain.days(),
                        bargain.by(),
                        now,
                        left);
    }

    /** Where the last round is a plain no, the consultant takes it up: the departments have said what they can do. */
    private List<DepartmentCode> asked(ResolutionCase known, SolutionsProposed proposal, Bargain bargain, int round) {
        return bargain.wants() == null && round == terms.rounds()
                ? List.of(FRONT_DESK)
                : DecidingClearances.whoHadTheIdeas(known, proposal.options());
    }

    private static String reason(Bargain bargain) {
        Dimension wants = bargain.wants();
        String text = wants == null
                ? "The customer wants none of it: " + bargain.words()
                : "The customer would agree if " + wished(wants, bargain.amount(), bargain.days()) + ": "
                        + bargain.words();
        return text.codePointCount(0, text.length()) <= Limits.NOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Limits.NOTE));
    }

    private static String wished(Dimension wants, @Nullable Money amount, @Nullable Integer days) {
        String what = switch (wants) {
            case TIME -> "it were sooner";
            case COST -> "the amount were another";
            case QUALITY -> "it were better done";
        };
        String by = days == null ? "" : ", within " + days + " working days";
        String of = amount == null ? "" : ", " + amount.amount().toPlainString() + " " + amount.currency();
        return what + by + of;
    }
}
