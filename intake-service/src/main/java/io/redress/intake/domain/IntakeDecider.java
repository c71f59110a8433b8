package io.redress.intake.domain;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import io.redress.contracts.IntakeEvent.ProactiveCaseOpened;
import io.redress.intake.domain.IntakeCommand.ChangeOwner;
import io.redress.intake.domain.IntakeCommand.DeadlineReached;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.AftermathNoted;
import io.redress.intake.domain.IntakeFact.ComplaintFiled;
import io.redress.intake.domain.IntakeFact.CrisisNoted;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeFact.OwnerChanged;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Correspondence;
import io.redress.intake.domain.IntakeState.Drilled;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.IntakeState.Known;
import io.redress.intake.domain.IntakeState.Organisation;
import io.redress.intake.domain.IntakeState.Prepared;
import io.redress.intake.domain.IntakeState.Remedied;
import io.redress.intake.domain.IntakeState.Unfiled;
import io.redress.intake.domain.drills.Drillmaster;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One case per complaint (rule 1), answered at once (rule 4), and one voice for all that follows. */
public final class IntakeDecider implements Decider<IntakeState, IntakeCommand, IntakeFact> {
    private final Filing filing;
    private final Hearing hearing;
    private final Waiting waiting;
    private final Delivering delivering;
    private final Identifying identifying;
    private final KinshipRules kinship;
    private final Conversing conversing;
    private final Drilling drilling;
    private final TellingAccounts accounts;

    /** With ears that understand nothing further; for rules that are about something else. */
    public IntakeDecider(Voice voice, Promises promises) {
        this(voice, promises, DeliveryTerms.standard(), Attention.none());
    }

    /**
     * @param terms how long a message is tried to be brought to the customer
     * @param attention with what customers are listened to, at first and later
     */
    public IntakeDecider(Voice voice, Promises promises, DeliveryTerms terms, Attention attention) {
        this(voice, promises, terms, attention, Drillmaster.none());
    }

    /**
     * The same with something to train with.
     *
     * @param drills the customers who are not real
     */
    public IntakeDecider(Voice voice, Promises promises, DeliveryTerms terms, Attention attention, Drillmaster drills) {
        this(voice, promises, terms, attention, drills, AccountVoice.brief());
    }

    /**
     * The same with words for those who have no case.
     *
     * @param accountVoice puts into words what they hear
     */
    public IntakeDecider(
            Voice voice,
            Promises promises,
            DeliveryTerms terms,
            Attention attention,
            Drillmaster drills,
            AccountVoice accountVoice) {
        Messages messages = new Messages(voice);
        conversing = new Conversing(attention, messages, promises);
        FirstAnswer firstAnswer = new FirstAnswer(messages, promises, attention, conversing.clarifying());
        filing = new Filing(messages, promises, firstAnswer);
        hearing = new Hearing(messages, promises);
        waiting = new Waiting(messages, promises);
        delivering = new Delivering(terms);
        identifying = new Identifying(firstAnswer, attention.understanding());
        kinship = new KinshipRules(filing, messages);
        drilling = new Drilling(drills);
        accounts = new TellingAccounts(accountVoice);
    }

    @Override
    public IntakeState initialState() {
        return new Unfiled();
    }

    @Override
    public Decision<IntakeFact> decide(IntakeState state, IntakeCommand command, Instant now) {
        Decision<IntakeFact> alone = decided(state, command, now);
        return Delivering.withinBounds(state, KinshipRules.silentWhereMerged(state, alone), now);
    }

    private Decision<IntakeFact> decided(IntakeState state, IntakeCommand command, Instant now) {
        return switch (command) {
            case DeliveryCommand delivery ->
                state instanceof Correspondence known ? delivering.decide(known, delivery, now) : Decision.nothing();
            case AccountCommand account -> accounts.decide(state, account, now);
            case Hear(AccountRemedied remedied, String eventId) -> TellingAccounts.hear(state, remedied, eventId);
            case SettleUnknown settle -> onceFiled(state, filed -> Settling.decide(filed, settle, now));
            case KinshipCommand kin -> kinship.decide(state, kin, now);
            case FileComplaint file -> filing.file(state, file, now);
            case OpenForShipment open -> Preparing.open(state, open, now);
            case Hear hear when state instanceof Prepared prepared -> Preparing.hear(prepared, hear);
            case Hear hear -> onceFiled(state, filed -> hearing.hear(filed, hear, now));
            case ChangeOwner(var owner)
            when state instanceof Prepared prepared -> Preparing.changeOwner(prepared, owner);
            case ChangeOwner(var owner) ->
                onceFiled(
                        state,
                        filed -> filed.complaint().owner().equals(owner)
                                ? Decision.nothing()
                                : Decision.accept(new OwnerChanged(owner)));
            case ConversationCommand said -> onceFiled(state, filed -> conversing.decide(filed, said, now));
            case TextErrorCommand text -> onceFiled(state, filed -> Proofreading.decide(filed, text, now));
            case CrisisCommand.BeginCrisis _ -> Decision.accept(new CrisisNoted(true));
            case CrisisCommand.EndCrisis _ -> Decision.accept(new CrisisNoted(false));
            case CustomerCommand customer -> Relations.decide(state, customer);
            case DrillCommand drill -> drilling.decide(state, drill, now);
            case DeadlineReached _ when state instanceof Drilled(var drill) -> Drilling.whenDue(drill, now);
            case DeadlineReached _ -> onceFiled(state, filed -> due(filed, now));
        };
    }

    @Override
    public IntakeState evolve(IntakeState state, IntakeFact fact) {
        return switch (fact) {
            case Published(ProactiveCaseOpened opened) -> Preparing.opened(state, opened);
            case IntakeFact.ShipmentSettled(var at) -> Preparing.settled(state, at);
            case IntakeFact.ShipmentPassedOn(var to) -> Preparing.passedOn(state, to);
            case Published(var event) ->
                ifFiled(Delivering.posted(state, event), filed -> Conversing.after(filed, event));
            case ConversationFact said -> ifFiled(state, filed -> Conversing.after(filed, said));
            case DeliveryFact delivery ->
                state instanceof Correspondence known ? Delivering.evolve(known, delivery) : state;
            case AccountFact account -> TellingAccounts.evolve(state, account);
            case IntakeFact.PromiseMissed _ -> state;
            case KinshipFact.KinshipChanged(var kin) -> ifFiled(state, filed -> filed.with(kin));
            case ComplaintFiled(var complaint, var diagnosis, var progress) -> Filed.of(complaint, diagnosis, progress);
            case IntakeFact.TextErrorNoted(var report) ->
                ifFiled(state, filed -> filed.with(filed.textErrors().with(report)));
            case IntakeFact.Identified(var diagnosis) -> ifFiled(state, filed -> filed.with(diagnosis));
            case CrisisNoted(var lasts) -> new Organisation(lasts);
            case CustomerFact customer -> Relations.evolve(state, customer);
            case OwnerChanged(var owner) when state instanceof Prepared prepared -> Preparing.ownedBy(prepared, owner);
            case OwnerChanged(var owner) -> ifFiled(state, filed -> filed.ownedBy(owner));
            case DrillFact drill -> Drilling.evolve(state, drill);
            case AftermathNoted(var aftermath) -> ifFiled(state, filed -> filed.with(aftermath));
            case MovedOn(var progress) -> ifFiled(state, filed -> filed.with(progress));
        };
    }

    /** One rule at a time; what else is due comes right after it. */
    private Decision<IntakeFact> due(Filed filed, Instant now) {
        if (Identifying.nextDue(filed).isPresent()) {
            return identifying.again(filed, now);
        }
        Decision<IntakeFact> said = conversing.whenDue(filed, now);
        return said.equals(Decision.nothing()) ? waiting.update(filed, now) : said;
    }

    /** When something must be done by itself. */
    public static Optional<Instant> nextDue(IntakeState state) {
        return switch (state) {
            case Filed filed -> nextDue(filed);
            case Drilled(var drill) -> Drilling.nextDue(drill);
            case Unfiled _, Known _, Prepared _, Organisation _, Remedied _ -> Optional.empty();
        };
    }

    /** When something must be done by itself in a case: the customer must hear from us, or we have waited long enough. */
    public static Optional<Instant> nextDue(Filed filed) {
        return Stream.of(Identifying.nextDue(filed), Waiting.nextDue(filed), Conversing.nextDue(filed))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static Decision<IntakeFact> onceFiled(IntakeState state, Function<Filed, Decision<IntakeFact>> rule) {
        return switch (state) {
            case Unfiled _, Known _, Drilled _, Prepared _, Organisation _, Remedied _ -> Decision.nothing();
            case Filed filed -> rule.apply(filed);
        };
    }

    private static IntakeState ifFiled(IntakeState state, UnaryOperator<Filed> change) {
        return switch (state) {
            case Unfiled _, Known _, Drilled _, Prepared _, Organisation _, Remedied _ -> state;
            case Filed filed -> change.apply(filed);
        };
    }
}
