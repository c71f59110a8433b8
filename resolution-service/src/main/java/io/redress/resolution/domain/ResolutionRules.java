package io.redress.resolution.domain;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.resolution.domain.ClearanceCommand.Clear;
import io.redress.resolution.domain.ClearanceCommand.Haggle;
import io.redress.resolution.domain.ClosingCommand.LearnRequest;
import io.redress.resolution.domain.regulation.Regulations;
import java.time.Instant;
import java.util.List;

/** All the rules of the resolution service: those for cases, and those for what is known beside them. */
public final class ResolutionRules implements Decider<ResolutionState, ResolutionCommand, ResolutionFact> {
    private final ResolutionDecider progress;
    private final Haggling haggling;
    private final CarryingOut carryingOut;
    private final Claiming claiming;
    private final Reserving reserving;
    private final Promising promising;
    private final ValueLimits limits;
    private final List<Following> following;

    /**
     * Offers what departments have thought of, else what {@code catalogue} declares, as long as {@code terms} say, and
     * nothing above {@code limits} without senior management; carries remedies out as patiently as {@code remedies} say.
     */
    public ResolutionRules(OptionCatalogue catalogue, ProposalTerms terms, ValueLimits limits, RemedyTerms remedies) {
        this(catalogue, terms, limits, remedies, PromiseTerms.STANDARD);
    }

    /** The same, with promises to customers as {@code promises} say. */
    public ResolutionRules(
            OptionCatalogue catalogue,
            ProposalTerms terms,
            ValueLimits limits,
            RemedyTerms remedies,
            PromiseTerms promises) {
        this(catalogue, terms, limits, remedies, promises, Regulations.NONE);
    }

    /** The same where the law wants what {@code regulations} say. */
    public ResolutionRules(
            OptionCatalogue catalogue,
            ProposalTerms terms,
            ValueLimits limits,
            RemedyTerms remedies,
            PromiseTerms promises,
            Regulations regulations) {
        this.progress = new ResolutionDecider(catalogue, terms);
        this.limits = limits;
        this.haggling = new Haggling(terms);
        ProposeSolutions propose = new ProposeSolutions(catalogue, terms);
        this.carryingOut = new CarryingOut(propose, remedies);
        this.promising = new Promising(promises, propose);
        this.claiming = new Claiming(terms.correctionAwaited());
        Clearing clearing = new Clearing(limits, new OptionKinds(catalogue), catalogue.takesLonger(), this::evolved);
        this.reserving = new Reserving(propose, this::evolved);
        Withholding withholding = new Withholding();
        // In this order: what is asserted, what may be offered, what is held for it, and then what goes out.
        this.following = List.of(
                new Belonging(propose),
                withholding,
                new SayingNothingSentBack(),
                claiming,
                new NotingCircumstances(),
                new FillingUp(new DeclaredOptions(catalogue), clearing, this::evolved),
                new CompletingProposals(catalogue, terms, limits),
                new HoldingProposals(List.of(clearing, reserving), this::evolved),
                clearing,
                reserving,
                new ReleasingProposals(propose, clearing, this::evolved),
                // Once more: what was held before may just have been released.
                withholding,
                carryingOut,
                promising,
                new DatingChoices(),
                new DatingPromises(promises.working(), terms.correctionAwaited()),
                new OvertakenStatements(this::evolved),
                new Ending(terms, regulations, this::evolved));
    }

    @Override
    public ResolutionState initialState() {
        return new ResolutionCase(progress.initialState(), Assurances.NONE);
    }

    @Override
    public Decision<ResolutionFact> decide(ResolutionState state, ResolutionCommand command, Instant now) {
        if (command instanceof DocumentCommand document) {
            return switch (document) {
                case ResourceCommand it -> Resource.decide(state, it, now);
                case IncidentRemedyCommand it -> IncidentRemedy.decide(state, it, limits, now);
                case OrderCommand it -> OrderWalk.decide(state, it, now);
            };
        }
        if (command instanceof ResolutionCommand.DeadlineReached && state instanceof Resource resource) {
            return resource.lapseOverdue(now);
        }
        ResolutionCase before = caseOf(state);
        Decision<ResolutionFact> decided = decided(before, command, now);
        for (Following it : following) {
            decided = it.after(before, command, decided, now);
        }
        return decided;
    }

    private Decision<ResolutionFact> decided(ResolutionCase before, ResolutionCommand command, Instant now) {
        return switch (command) {
            case ClaimCommand it -> claiming.decide(before, it, now);
            case Clear it -> DecidingClearances.decide(before, it, now);
            case Haggle(Bargain bargain) -> haggling.decide(before, bargain, now);
            case ReservationCommand it -> reserving.decide(before, it, now);
            case ExecutionCommand it -> carryingOut.decide(before, it, now);
            case PromiseCommand it -> promising.decide(before, it, now);
            case LearnRequest it ->
                Reopening.awaited(before, it.raised())
                        .map(learned -> progress.andProposeIfComplete(before.progress(), learned, now))
                        .map(decided -> Ending.with(Ending.decide(before, it, now), decided))
                        .orElseGet(() -> Ending.decide(before, it, now));
            case ClosingCommand it -> Ending.decide(before, it, now);
            case ResolutionCommand.LearnAnswer(var answered)
            when CarryingOut.concerns(before, answered) -> carryingOut.answered(before, answered, now);
            case ResolutionCommand.ForgetAnswer(var request)
            when SentBack.concerns(before, request) -> SentBack.decide(before, request);
            case MembershipCommand it -> Belonging.decide(before, it, now);
            default -> progress.decide(before.progress(), command, now);
        };
    }

    @Override
    public ResolutionState evolve(ResolutionState state, ResolutionFact fact) {
        return switch (fact) {
            case ResourceFact it -> Resource.after(state, it);
            case IncidentRemedyFact it -> IncidentRemedy.after(state, it);
            case OrderFact it -> OrderWalk.after(state, it);
            default -> evolved(caseOf(state), fact);
        };
    }

    private ResolutionCase evolved(ResolutionCase known, ResolutionFact fact) {
        return new ResolutionCase(
                progress.evolve(known.progress(), fact), known.assurances().after(fact));
    }

    /** The case under this id; an unknown one where something else is. */
    public static ResolutionCase caseOf(ResolutionState state) {
        return switch (state) {
            case ResolutionCase known -> known;
            case Progress stored -> new ResolutionCase(stored, Assurances.NONE);
            case ResolutionState.Document _ -> new ResolutionCase(Progress.Gathering.NOTHING_YET, Assurances.NONE);
        };
    }
}
