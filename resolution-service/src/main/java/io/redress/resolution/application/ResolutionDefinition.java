package io.redress.resolution.application;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.Outgoing;
import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.ClaimEvent;
import io.redress.contracts.ClosingEvent;
import io.redress.contracts.ClosingEvent.CaseReopened;
import io.redress.contracts.ClosingEvent.ClosingPutOff;
import io.redress.contracts.ClosingEvent.RegulatoryClockBreached;
import io.redress.contracts.ClosingEvent.RegulatoryClockMet;
import io.redress.contracts.ClosingEvent.RegulatoryClockMoved;
import io.redress.contracts.ClosingEvent.RegulatoryClockPaused;
import io.redress.contracts.ClosingEvent.RegulatoryClockResumed;
import io.redress.contracts.ClosingEvent.RegulatoryClockStarted;
import io.redress.contracts.ClosingEvent.RegulatoryClockWarned;
import io.redress.contracts.ClosingEvent.WordReminderDue;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IncidentRemedyEvent;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.ChoiceReminderDue;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.resolution.domain.ClaimFact.IntentionKept;
import io.redress.resolution.domain.ClaimFact.NoticeGiven;
import io.redress.resolution.domain.ClosingFact;
import io.redress.resolution.domain.ExecutionFact.RemedyPutOff;
import io.redress.resolution.domain.ExecutionFact.RemedyTaken;
import io.redress.resolution.domain.IncidentRemedyFact.AccountsCounted;
import io.redress.resolution.domain.IncidentRemedyFact.AccountsListed;
import io.redress.resolution.domain.IncidentRemedyFact.Announced;
import io.redress.resolution.domain.IncidentRemedyFact.CountEnded;
import io.redress.resolution.domain.IncidentRemedyFact.CountNoted;
import io.redress.resolution.domain.IncidentRemedyFact.MembersTold;
import io.redress.resolution.domain.IncidentRemedyFact.SpreadNoted;
import io.redress.resolution.domain.MembershipFact;
import io.redress.resolution.domain.Progress;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ReservationFact.ReservationForgotten;
import io.redress.resolution.domain.ReservationFact.ReservationGranted;
import io.redress.resolution.domain.ReservationFact.ReservationWanted;
import io.redress.resolution.domain.ResolutionCase;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionFact.Published;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.Resource;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Resolutions as the chassis keeps them. */
public final class ResolutionDefinition implements CaseDefinition<ResolutionState, ResolutionCommand, ResolutionFact> {
    /** The sequence of all that resolution tells about a case. */
    public static final String STREAM = "resolutions";

    /** What a department hears of claims on its own topic, by its code. */
    private static final String NOTICES = "notices.";

    private final Decider<ResolutionState, ResolutionCommand, ResolutionFact> decider;

    public ResolutionDefinition(Decider<ResolutionState, ResolutionCommand, ResolutionFact> decider) {
        this.decider = decider;
    }

    @Override
    public String service() {
        return "resolution";
    }

    @Override
    public Decider<ResolutionState, ResolutionCommand, ResolutionFact> decider() {
        return decider;
    }

    @Override
    public Class<ResolutionState> stateType() {
        return ResolutionState.class;
    }

    /** Without intake's, of which only questions to customers are heard here: nobody is to wait for what is passed over. */
    @Override
    public Set<String> streams() {
        return Set.of("routing", "departments", "incidents", STREAM);
    }

    @Override
    public List<Outgoing> outgoing(String caseId, ResolutionFact fact) {
        return switch (fact) {
            case Published(ResolutionEvent event) -> List.of(outgoing(event));
            case NoticeGiven(var event, var departments) ->
                departments.stream().map(it -> notice(event, it)).toList();
            case Announced(IncidentRemedyEvent event) -> List.of(outgoing(event));
            default -> List.of();
        };
    }

    private static Outgoing outgoing(ResolutionEvent event) {
        return new Outgoing(STREAM, Topics.RESOLUTIONS, EventTypes.wireName(event.getClass()), Wire.write(event));
    }

    /** Each topic has a sequence of its own. */
    private static Outgoing notice(ClaimEvent event, DepartmentCode department) {
        return new Outgoing(
                NOTICES + department,
                Topics.requestsOf(department),
                EventTypes.wireName(event.getClass()),
                Wire.write(event));
    }

    /** Whom an incident affects, how a clock of the law runs, who owes an answer, and how far a remedy is on its way, changes nothing that anybody decides upon. */
    @Override
    public boolean isBookkeeping(ResolutionFact fact) {
        return switch (fact) {
            case RemedyTaken _, RemedyPutOff _, ClosingFact _ -> true;
            case Published(ClosingEvent event) -> isOfClocks(event);
            case Published(ChoiceReminderDue _) -> true;
            // What the customer decides upon has changed only where the proposal has.
            case ReservationWanted _, ReservationGranted _, ReservationForgotten _ -> true;
            case AccountsListed _, SpreadNoted _, MembersTold _, MembershipFact _ -> true;
            case AccountsCounted _, CountEnded _, CountNoted _ -> true;
            case IntentionKept _, NoticeGiven _ -> true;
            default -> false;
        };
    }

    /** What goes by the calendar changes nothing of what was proposed or done; what a person extends does. */
    private static boolean isOfClocks(ClosingEvent event) {
        return switch (event) {
            case RegulatoryClockMoved it -> it.by() == null;
            case RegulatoryClockStarted _,
                    RegulatoryClockPaused _,
                    RegulatoryClockResumed _,
                    RegulatoryClockWarned _,
                    RegulatoryClockBreached _,
                    RegulatoryClockMet _,
                    WordReminderDue _,
                    ClosingPutOff _ -> true;
            case CaseReopened _ -> false;
        };
    }

    @Override
    public List<byte[]> log(ResolutionFact fact) {
        return fact instanceof AccountsListed(var _, var accounts)
                ? List.of(FindAffected.written(accounts))
                : List.of();
    }

    @Override
    public List<IndexEntry> entries(String caseId, ResolutionState state) {
        return Stream.of(
                        RemedyEntries.of(ResolutionRules.caseOf(state)),
                        ClockEntries.of(ResolutionRules.caseOf(state)),
                        PutOffEntries.of(ResolutionRules.caseOf(state)),
                        ClearanceEntries.of(ResolutionRules.caseOf(state)),
                        OutageEntries.of(state).stream(),
                        PromiseEntries.of(state).stream(),
                        ReservationEntries.of(state))
                .flatMap(it -> it)
                .toList();
    }

    @Override
    public Optional<Instant> nextDue(ResolutionState state) {
        ResolutionCase known = ResolutionRules.caseOf(state);
        return Stream.of(
                        known.assurances().closure().nextDue(known.progress(), nextDue(known.progress())),
                        known.assurances().claims().nextDue(),
                        known.assurances().promises().nextDue(),
                        state instanceof Resource resource ? resource.nextDue() : Optional.<Instant>empty())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static Optional<Instant> nextDue(Progress progress) {
        return switch (progress) {
            case Proposed proposed -> Optional.of(proposed.nextDue());
            case Executed executed -> Optional.of(executed.wordAwaitedUntil());
            // What waits for the customer waits longer; what was chosen before the merge does not.
            case Paused(Progress beneath) -> beneath instanceof Proposed ? Optional.empty() : nextDue(beneath);
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<ResolutionCommand> onDeadline() {
        return Optional.of(new DeadlineReached());
    }
}
