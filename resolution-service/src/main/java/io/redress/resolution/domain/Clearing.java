package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.ClearanceEvent.ClearanceLapsed;
import io.redress.contracts.ClearanceEvent.ClearanceRequested;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.Limits;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.ClearanceFact.CircumstancesLearned;
import io.redress.resolution.domain.ClearanceFact.ClearanceOpened;
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

/** Gates before words: nothing that needs a clearance reaches a customer before it (rule 6). */
final class Clearing implements Following, BeforeProposing {
    private final Gates gates;
    private final Phrase mark;
    private final ValueLimits limits;
    private final Evolving evolve;

    /**
     * @param kinds which kinds of options are known
     * @param mark the sentence that the rules add where an option takes longer; with or without it, it is the same one
     * @param evolve how a case goes on with a fact
     */
    Clearing(ValueLimits limits, OptionKinds kinds, Phrase mark, Evolving evolve) {
        this.mark = mark;
        this.gates = new Gates(limits, kinds);
        this.limits = limits;
        this.evolve = evolve;
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
            all.addAll(DecidingClearances.answered(before, answered, now));
        }
        ResolutionCase then = evolve.afterAll(before, all);
        if (all.stream().anyMatch(Clearing::changesWhatIsNeeded) && draftOf(then) instanceof Drafted drafted) {
            all.addAll(asked(then, drafted, now));
            then = evolve.afterAll(before, all);
        }
        all.addAll(lapsed(then, now));
        return Decision.accept(all);
    }

    private static boolean changesWhatIsNeeded(ResolutionFact fact) {
        return fact instanceof ProposalHeld || fact instanceof DraftChanged || fact instanceof CircumstancesLearned;
    }

    /** Asks every gate that has not been asked about this; one that is not needed any more is not waited for. */
    List<ResolutionFact> asked(ResolutionCase then, Drafted drafted, Instant now) {
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
        return gates.of(known, draft).stream()
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

    static Published requested(Clearance it, CaseId caseId, String reason) {
        return new Published(new ClearanceRequested(
                caseId,
                it.clearanceId(),
                it.proposalId(),
                it.gate(),
                it.askedNow(),
                cut(reason),
                it.optionIds(),
                it.limitsVersion(),
                it.requestedAt()));
    }

    /** How far it has come, under a merge, too. */
    static Progress draftOf(ResolutionCase known) {
        return known.progress() instanceof Paused(Progress beneath) ? beneath : known.progress();
    }

    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= Limits.NOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Limits.NOTE));
    }
}
