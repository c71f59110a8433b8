package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.ClearanceEvent.ClearanceGiven;
import io.redress.contracts.ClearanceEvent.ClearanceLapsed;
import io.redress.contracts.ClearanceEvent.ClearanceRefused;
import io.redress.contracts.ClearanceEvent.ClearanceRequested;
import io.redress.contracts.ClearanceEvent.ProposalReturned;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.Limits;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.ClearanceCommand.Clear;
import io.redress.resolution.domain.ClearanceFact.ClearanceOpened;
import io.redress.resolution.domain.ClearanceFact.ProposalTakenBack;
import io.redress.resolution.domain.Gates.Needed;
import io.redress.resolution.domain.OptionCatalogue.Phrase;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.ResolutionCommand.LearnAnswer;
import io.redress.resolution.domain.ResolutionFact.ConditionMet;
import io.redress.resolution.domain.ResolutionFact.DepartmentJoined;
import io.redress.resolution.domain.ResolutionFact.DraftChanged;
import io.redress.resolution.domain.ResolutionFact.ProposalHeld;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gates before words: nothing that needs a clearance reaches a customer before it (rule 6). */
final class Clearing implements Following, BeforeProposing {
    /** How often a gate is asked again because whoever answered must not decide; then somebody must look at its list. */
    private static final int MOST_ATTEMPTS = 3;

    private final Gates gates;
    private final Phrase mark;
    private final ValueLimits limits;
    private final Evolving evolve;

    /**
     * @param mark the sentence that the rules add where an option takes longer; with or without it, it is the same one
     * @param evolve how a case goes on with a fact
     */
    Clearing(ValueLimits limits, Phrase mark, Evolving evolve) {
        this.mark = mark;
        this.gates = new Gates(limits);
        this.limits = limits;
        this.evolve = evolve;
    }

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

    @Override
    public List<String> awaited(ResolutionCase known, SolutionsProposed draft) {
        return uncleared(known, draft).stream()
                .map(it -> Clearance.conditionOf(it.gate()))
                .toList();
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        if (!(decided instanceof Decision.Accepted<ResolutionFact>(var facts))) {
            return decided;
        }
        List<ResolutionFact> all = new ArrayList<>(facts);
        if (command instanceof LearnAnswer(RequestAnswered answered) && answered.kind() == RequestKind.APPROVAL) {
            all.addAll(answered(before, answered, now));
        }
        ResolutionCase then = evolve.afterAll(before, all);
        if (all.stream().anyMatch(it -> it instanceof ProposalHeld || it instanceof DraftChanged)
                && draftOf(then) instanceof Drafted drafted) {
            all.addAll(asked(then, drafted, now));
            then = evolve.afterAll(before, all);
        }
        all.addAll(lapsed(then, now));
        return Decision.accept(all);
    }

    /** A department answers a request for its approval, as it answers any other; its findings are the reason. */
    private static List<ResolutionFact> answered(ResolutionCase known, RequestAnswered answered, Instant now) {
        Optional<Clearance> asked = known.assurances().clearances().openUnder(answered.stepId());
        if (asked.isEmpty()) {
            return List.of();
        }
        Clearance clearance = asked.get();
        if (answered.department().equals(clearance.department()) && !hadTheIdea(known, clearance, answered.by())) {
            return decided(known, clearance, answered.done(), cut(answered.findings()), answered.by(), now);
        }
        if (clearance.attempt() == MOST_ATTEMPTS) {
            return List.of();
        }
        Clearance again = clearance.again(now);
        return List.of(
                new ClearanceOpened(again),
                requested(
                        again,
                        answered.requestId().caseId(),
                        clearance.reason() + " Whoever had the idea does not decide about it."));
    }

    private static boolean hadTheIdea(ResolutionCase known, Clearance clearance, String by) {
        return options(known, clearance).stream()
                .flatMap(it -> known.assurances().clearances().originOf(it).stream())
                .anyMatch(it -> by.equals(it.by()));
    }

    private static List<Option> options(ResolutionCase known, Clearance clearance) {
        return draftOf(known) instanceof Drafted drafted
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
        if (draftOf(known) instanceof Drafted drafted) {
            List<Option> refused = options(known, clearance);
            facts.add(new Published(new ProposalReturned(
                    caseId,
                    clearance.proposalId(),
                    ProposalReturned.Cause.CLEARANCE_REFUSED,
                    why,
                    whoHadTheIdeas(known, refused),
                    now)));
            facts.add(new ProposalTakenBack(new Earlier(
                    ProposeSolutions.round(clearance.proposalId()),
                    drafted.draft().options().stream()
                            .filter(it -> !refused.contains(it))
                            .toList(),
                    Earlier.withKindsOf(drafted.failedKinds(), refused))));
        }
        return facts;
    }

    /** Who is asked for something else. */
    static List<DepartmentCode> whoHadTheIdeas(ResolutionCase known, List<Option> options) {
        Background background = known.background();
        List<DepartmentCode> departments = options.stream()
                .flatMap(it -> known.assurances().clearances().originOf(it).stream())
                .map(Origin::department)
                .distinct()
                .toList();
        return departments.isEmpty() && background != null ? List.of(background.leadOrFrontDesk()) : departments;
    }

    /** Asks every gate that has not been asked about this; one that is not needed any more is not waited for. */
    private List<ResolutionFact> asked(ResolutionCase then, Drafted drafted, Instant now) {
        Clearances clearances = then.assurances().clearances();
        List<Needed> needed = uncleared(then, drafted.draft());
        List<ResolutionFact> facts = new ArrayList<>();
        List<String> awaiting = new ArrayList<>(drafted.awaiting());
        needed.stream()
                .map(it -> Clearance.conditionOf(it.gate()))
                .filter(it -> !awaiting.contains(it))
                .forEach(awaiting::add);
        if (awaiting.size() > drafted.awaiting().size()) {
            facts.add(new ProposalHeld(drafted.draft(), awaiting));
        }
        for (Needed gate : needed) {
            Optional<Clearance> before = clearances
                    .at(gate.gate())
                    .filter(it -> it.isOpen()
                            && it.proposalId().equals(drafted.draft().proposalId()));
            Clearance clearance = clearance(gate, drafted.draft(), before, now);
            facts.add(new ClearanceOpened(clearance));
            if (before.isEmpty()) {
                facts.add(requested(clearance, drafted.background().caseId(), clearance.reason()));
                if (!drafted.background().involved().contains(gate.department())) {
                    facts.add(new DepartmentJoined(gate.department()));
                }
            }
        }
        clearances.open().stream()
                .filter(it -> needed.stream().noneMatch(gate -> gate.gate().equals(it.gate())))
                .forEach(it -> {
                    facts.add(lapsed(drafted.background().caseId(), it, now));
                    facts.add(new ConditionMet(it.condition()));
                });
        return facts;
    }

    private Clearance clearance(Needed gate, SolutionsProposed draft, Optional<Clearance> before, Instant now) {
        return new Clearance(
                before.map(Clearance::clearanceId).orElse(draft.proposalId() + "-" + gate.gate()),
                draft.proposalId(),
                gate.gate(),
                gate.department(),
                gate.reason(),
                gate.options().stream().map(Option::optionId).toList(),
                gate.options().stream().map(this::digest).toList(),
                limits.at(draft.proposedAt()).map(ValueLimits.Edition::version).orElse(null),
                before.map(Clearance::attempt).orElse(1),
                before.map(Clearance::requestedAt).orElse(now),
                null);
    }

    /** What was asked about something that is not going to be proposed. */
    private static List<ResolutionFact> lapsed(ResolutionCase then, Instant now) {
        Background background = then.background();
        if (background == null) {
            return List.of();
        }
        String held = draftOf(then) instanceof Drafted drafted ? drafted.draft().proposalId() : "";
        return then.assurances().clearances().open().stream()
                .filter(it -> !it.proposalId().equals(held))
                .<ResolutionFact>map(it -> lapsed(background.caseId(), it, now))
                .toList();
    }

    private static ResolutionFact lapsed(CaseId caseId, Clearance it, Instant now) {
        return new Published(new ClearanceLapsed(caseId, it.clearanceId(), it.gate(), it.department(), now));
    }

    /** Measured by what was in force when the proposal was made. */
    private List<Needed> uncleared(ResolutionCase known, SolutionsProposed draft) {
        Clearances clearances = known.assurances().clearances();
        return gates.of(clearances, draft).stream()
                .map(it -> new Needed(
                        it.gate(),
                        it.department(),
                        it.reason(),
                        it.options().stream()
                                .filter(option -> !clearances.hasCleared(it.gate(), digest(option)))
                                .toList()))
                .filter(it -> !it.options().isEmpty())
                .toList();
    }

    private String digest(Option option) {
        boolean isMarked = mark.texts().containsValue(Objects.requireNonNullElse(option.disadvantage(), ""));
        return OptionDigest.of(isMarked ? CompletingProposals.with(option, null) : option);
    }

    private static Published requested(Clearance it, CaseId caseId, String reason) {
        return new Published(new ClearanceRequested(
                caseId,
                it.clearanceId(),
                it.proposalId(),
                it.gate(),
                it.department(),
                cut(reason),
                it.optionIds(),
                it.limitsVersion(),
                it.requestedAt()));
    }

    /** How far it has come, under a merge, too. */
    static Progress draftOf(ResolutionCase known) {
        return known.progress() instanceof Paused(Progress beneath) ? beneath : known.progress();
    }

    private static CaseId caseOf(ResolutionCase known) {
        return Objects.requireNonNull(known.background()).caseId();
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= Limits.NOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Limits.NOTE));
    }
}
