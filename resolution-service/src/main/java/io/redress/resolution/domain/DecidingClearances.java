package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.ClearanceEvent.ClearanceGiven;
import io.redress.contracts.ClearanceEvent.ClearanceRefused;
import io.redress.contracts.ClearanceEvent.ProposalReturned;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.resolution.domain.ClearanceCommand.Clear;
import io.redress.resolution.domain.ClearanceFact.ClearanceOpened;
import io.redress.resolution.domain.ClearanceFact.ProposalTakenBack;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.ResolutionFact.ConditionMet;
import io.redress.resolution.domain.ResolutionFact.DepartmentJoined;
import io.redress.resolution.domain.ResolutionFact.DraftChanged;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gate's own department decides, and of it never who had the idea. */
final class DecidingClearances {
    private DecidingClearances() {}

    /** A person of the gate's department decides. */
    static Decision<ResolutionFact> decide(ResolutionCase known, Clear clear, Instant now) {
        Optional<Clearance> asked = known.assurances().clearances().at(clear.gate());
        if (asked.isEmpty()) {
            return Decision.reject("not-asked", "Expected a gate that this case must pass, but it need not pass it.");
        }
        Clearance clearance = asked.get();
        Clearance.Word word = clearance.word();
        if (word != null) {
            return isSame(word, clear)
                    ? Decision.nothing()
                    : Decision.reject(
                            "already-decided",
                            "Expected a clearance that is open, but " + word.by() + " has decided it.");
        }
        if (hadTheIdea(known, clearance, clear.by())) {
            return Decision.reject(
                    "four-eyes", "Expected another person than the one who had the idea, but that is you.");
        }
        return Decision.accept(decided(known, clearance, clear.given(), clear.reason(), clear.by(), now));
    }

    private static boolean isSame(Clearance.Word word, Clear clear) {
        return word.given() == clear.given()
                && word.by().equals(clear.by())
                && Objects.equals(word.reason(), clear.reason());
    }

    /** A department answers a request for its approval, as it answers any other; its findings are the reason. */
    static List<ResolutionFact> answered(ResolutionCase known, RequestAnswered answered, Instant now) {
        Optional<Clearance> asked = known.assurances().clearances().openUnder(answered.stepId());
        if (asked.isEmpty()) {
            return List.of();
        }
        Clearance clearance = asked.get();
        boolean ofTheGate = !clearance.hasBeenRaised() && answered.department().equals(clearance.department());
        if (ofTheGate && !hadTheIdea(known, clearance, answered.by())) {
            return decided(known, clearance, answered.done(), Clearing.cut(answered.findings()), answered.by(), now);
        }
        return again(known, clearance, answered.requestId().caseId(), now);
    }

    /** A clearance is never left without a request that waits for it: whoever must not decide is asked about no longer. */
    private static List<ResolutionFact> again(ResolutionCase known, Clearance before, CaseId caseId, Instant now) {
        Clearance again = before.again(now);
        List<ResolutionFact> facts = new ArrayList<>(List.of(
                new ClearanceOpened(again), Clearing.requested(again, caseId, again.reason() + " " + ask(again))));
        Background background = known.background();
        if (background != null && !background.involved().contains(again.askedNow())) {
            facts.add(new DepartmentJoined(again.askedNow()));
        }
        return facts;
    }

    private static String ask(Clearance again) {
        return again.hasBeenRaised()
                ? again.department() + " was asked again and again and nobody answered who may decide. See to it that"
                        + " somebody does: the decision stays theirs."
                : "Whoever had the idea does not decide about it.";
    }

    private static boolean hadTheIdea(ResolutionCase known, Clearance clearance, String by) {
        return options(known, clearance).stream()
                .flatMap(known.assurances().clearances()::originsOf)
                .anyMatch(it -> by.equals(it.by()));
    }

    private static List<Option> options(ResolutionCase known, Clearance clearance) {
        return Clearing.draftOf(known) instanceof Drafted drafted
                ? drafted.draft().options().stream()
                        .filter(it -> clearance.optionIds().contains(it.optionId()))
                        .toList()
                : List.of();
    }

    private static List<ResolutionFact> decided(
            ResolutionCase known, Clearance clearance, boolean given, @Nullable String reason, String by, Instant now) {
        CaseId caseId = caseOf(known);
        if (given) {
            return List.of(
                    new Published(new ClearanceGiven(
                            caseId,
                            clearance.clearanceId(),
                            clearance.gate(),
                            clearance.department(),
                            reason,
                            by,
                            now)),
                    new ConditionMet(clearance.condition()));
        }
        String why = reason == null ? "It was not cleared." : reason;
        List<ResolutionFact> facts = new ArrayList<>();
        facts.add(new Published(new ClearanceRefused(
                caseId, clearance.clearanceId(), clearance.gate(), clearance.department(), why, by, now)));
        if (Clearing.draftOf(known) instanceof Drafted drafted) {
            List<Option> refused = options(known, clearance);
            List<Option> left = drafted.draft().options().stream()
                    .filter(it -> !refused.contains(it))
                    .toList();
            // What else is there in its place has done nothing wrong.
            if (drafted.running() != null && left.size() > 1) {
                facts.add(new DraftChanged(ProposeSolutions.ofOnly(drafted.draft(), left)));
                facts.add(new ConditionMet(clearance.condition()));
                return facts;
            }
            // Where what was chosen before goes on, nobody needs another idea.
            if (drafted.running() == null) {
                facts.add(new Published(new ProposalReturned(
                        caseId,
                        clearance.proposalId(),
                        ProposalReturned.Cause.CLEARANCE_REFUSED,
                        why,
                        whoHadTheIdeas(known, refused),
                        now)));
            }
            facts.add(new ProposalTakenBack(new Earlier(
                    ProposeSolutions.round(clearance.proposalId()),
                    left,
                    Earlier.withKindsOf(drafted.failedKinds(), refused))));
        }
        return facts;
    }

    /** Who is asked for something else. */
    static List<DepartmentCode> whoHadTheIdeas(ResolutionCase known, List<Option> options) {
        Background background = known.background();
        List<DepartmentCode> departments = options.stream()
                .flatMap(known.assurances().clearances()::originsOf)
                .map(Origin::department)
                .distinct()
                .toList();
        return departments.isEmpty() && background != null ? List.of(background.leadOrFrontDesk()) : departments;
    }

    private static CaseId caseOf(ResolutionCase known) {
        return Objects.requireNonNull(known.background()).caseId();
    }
}
