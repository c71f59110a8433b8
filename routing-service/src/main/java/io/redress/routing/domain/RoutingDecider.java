package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;
import static io.redress.routing.domain.EarlyNews.keep;
import static io.redress.routing.domain.EarlyNews.onceRouted;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.chassis.redact.Redaction;
import io.redress.contracts.Cause;
import io.redress.contracts.Limits;
import io.redress.routing.domain.KnowledgeCommand.NoteContribution;
import io.redress.routing.domain.KnowledgeCommand.SeekKnowledge;
import io.redress.routing.domain.OwnershipCommand.NoteAcceptance;
import io.redress.routing.domain.ProblemFact.ProblemTold;
import io.redress.routing.domain.RoutingCommand.AwaitClarification;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HaveStepDone;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.HearMoreWords;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.NoteContact;
import io.redress.routing.domain.RoutingCommand.NoticeTime;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingCommand.Pause;
import io.redress.routing.domain.RoutingCommand.PrepareShipment;
import io.redress.routing.domain.RoutingCommand.ReopenAnswer;
import io.redress.routing.domain.RoutingCommand.ReopenCase;
import io.redress.routing.domain.RoutingCommand.Reroute;
import io.redress.routing.domain.RoutingCommand.Resume;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingCommand.TakeStepBack;
import io.redress.routing.domain.RoutingFact.CaseEnded;
import io.redress.routing.domain.RoutingFact.ComplaintHeard;
import io.redress.routing.domain.RoutingFact.MoreWordsHeard;
import io.redress.routing.domain.RoutingState.Away;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.ProblemKnown;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import io.redress.routing.domain.SilenceCommand.NoteProgress;
import io.redress.routing.domain.knowledge.KnownProblems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules of step 3 as far as they concern who is asked. */
public final class RoutingDecider implements Decider<RoutingState, RoutingCommand, RoutingFact> {
    private final Departments departments;
    private final FirstRouting firstRouting;
    private final Rerouting rerouting;
    private final Requesting requesting;
    private final Renewing renewing;
    private final Reopening reopening;
    private final Awaiting awaiting;
    private final Shipping shipping;
    private final SilenceSpeaks silence;
    private final Transferring transferring;
    private final Owing owing;
    private final Knowing knowing;
    private final IncidentRules incidents;

    /** Offers are answered by the clock on the wall, and nothing is known before it is complained about. */
    public RoutingDecider(Departments departments, RoutingTable table) {
        this(departments, table, KnownProblems.NONE);
    }

    /** Offers are answered by the clock on the wall. */
    RoutingDecider(Departments departments, RoutingTable table, KnownProblems problems) {
        this(departments, table, OfferTerms.byTheWallClock(departments), problems, IncidentTerms.standard());
    }

    /** @param problems what is known at the moment; what is found there is told in the events */
    public RoutingDecider(
            Departments departments,
            RoutingTable table,
            OfferTerms terms,
            KnownProblems problems,
            IncidentTerms incidents) {
        this.incidents = new IncidentRules(incidents);
        this.departments = departments;
        this.knowing = new Knowing(departments, problems);
        this.firstRouting = new FirstRouting(departments, table, knowing);
        this.rerouting = new Rerouting(departments, table, knowing);
        this.requesting = new Requesting(departments);
        this.renewing = new Renewing(departments);
        this.reopening = new Reopening(departments);
        this.awaiting = new Awaiting(departments, requesting);
        this.shipping = new Shipping(departments, table);
        this.silence = new SilenceSpeaks(departments);
        this.owing = new Owing(silence);
        this.transferring = new Transferring(departments, terms);
    }

    @Override
    public RoutingState initialState() {
        return new Unheard(List.of());
    }

    @Override
    public Decision<RoutingFact> decide(RoutingState state, RoutingCommand command, Instant now) {
        if (command instanceof ProblemCommand it) {
            return Problems.decide(state, it, now);
        }
        if (command instanceof IncidentCommand it) {
            return incidents.decide(state, it, now);
        }
        if (command instanceof CharterCommand it) {
            return UnderCharters.note(state, it, now);
        }
        return switch (state) {
            case CaseState it ->
                UnderCharters.raised(
                        SilenceSpeaks.withThoseWhoCanGoOn(it, decideCase(it, command, now), now), departments);
            case Away away -> Absenting.decide(away, command, now);
            case ProblemKnown(var known) ->
                command instanceof NoticeTime ? Problems.noticeTime(known, now) : Problems.noCase();
            case IncidentState _, CharterKnown _ -> nothing();
        };
    }

    private Decision<RoutingFact> decideCase(CaseState state, RoutingCommand command, Instant now) {
        if (state instanceof Paused paused) {
            return switch (command) {
                case Resume _ -> andThen(paused, List.of(Pausing.resumed(paused, now)), paused.kept(), now);
                // Nobody is to be asked now, however long it has been silent.
                case Pause _ -> nothing();
                case NoticeTime _ ->
                    paused.beneath() instanceof Routed routed ? accept(Inquiring.noticeTime(routed, now)) : nothing();
                case SeekKnowledge _ ->
                    reject("merged", "Expected an inquiry about the case that this one was merged into");
                // Whoever accepts asks nobody; what else people decide about owners, they decide on a case of its own.
                case NoteAcceptance _ -> decideCase(paused.beneath(), command, now);
                case OwnershipCommand decision -> transferring.decide(paused, decision, now);
                default -> Pausing.meanwhile(paused, command, decideCase(paused.beneath(), command, now));
            };
        }
        return switch (command) {
            case Pause pause -> Pausing.pause(state, pause, now);
            case Resume _ -> nothing();
            case HearComplaint hear -> hear(state, hear, now);
            case Route route -> route(state, route, now);
            case AwaitClarification _ -> nothing();
            case IncidentCommand _ -> nothing();
            case Reroute reroute -> reroute(state, reroute, now);
            case HearMoreWords more -> hearMore(state, more, now);
            case NoteContact contact -> noteContact(state, contact, now);
            case NoteAnswer answer ->
                onceRouted(
                        state,
                        answer,
                        routed -> Shipping.onceAnswered(routed, Requesting.noteAnswer(routed, answer, now), now));
            case ReopenAnswer reopen -> onceRouted(state, reopen, routed -> Requesting.reopen(routed, reopen));
            case PrepareShipment shipment -> prepare(state, shipment, now);
            case PassOn decline -> onceRouted(state, decline, routed -> transferring.passOn(routed, decline, now));
            case HaveStepDone step -> onceRouted(state, step, routed -> requesting.haveStepDone(routed, step, now));
            case TakeStepBack step -> onceRouted(state, step, routed -> Requesting.takeStepBack(routed, step, now));
            case NoticeTime(var absences) ->
                inTurn(
                        state,
                        at -> silence.notice(at, absences, now),
                        at -> transferring.runOut(at, now),
                        at -> at instanceof Routed routed ? accept(Inquiring.noticeTime(routed, now)) : nothing());
            case NoteProgress progress -> SilenceSpeaks.progress(state, progress, now);
            case AbsenceCommand absence -> Absenting.begin(state, absence);
            case ReopenCase again -> state instanceof Ended ended ? reopening.reopen(ended, again, now) : nothing();
            case EndCase end -> onceRouted(state, end, routed -> ended(routed, now));
            case SeekKnowledge seek ->
                state instanceof Routed routed
                        ? Inquiring.seek(routed, seek, now)
                        : reject("not-routed", "Expected an open case that was routed, but it is not");
            case NoteContribution said -> onceRouted(state, said, routed -> Inquiring.note(routed, said));
            case ProblemCommand _ -> Problems.noCase();
            case CharterCommand _ -> nothing();
            case NoteAcceptance acceptance ->
                onceRouted(state, acceptance, routed -> Transferring.noteAcceptance(routed, acceptance, now));
            case OwnershipCommand decision -> transferring.decide(state, decision, now);
            case WaitCommand wait -> awaiting.decide(state, wait, now);
            case ProposalCommand proposal ->
                onceRouted(state, proposal, routed -> renewing.decide(routed, proposal, now));
            case OwedCommand owed -> onceRouted(state, owed, routed -> owing.decide(routed, owed, now));
        };
    }

    /** Each rule sees what those before it have decided. */
    @SafeVarargs
    private static Decision<RoutingFact> inTurn(CaseState state, Function<CaseState, Decision<RoutingFact>>... rules) {
        List<RoutingFact> facts = new ArrayList<>();
        CaseState at = state;
        for (Function<CaseState, Decision<RoutingFact>> rule : rules) {
            if (rule.apply(at) instanceof Decision.Accepted<RoutingFact>(var more)) {
                facts.addAll(more);
                at = RoutingEvolution.after(at, more);
            }
        }
        return accept(facts);
    }

    private static Decision<RoutingFact> ended(Routed routed, Instant now) {
        return accept(Stream.concat(Inquiring.endAll(routed).stream(), Stream.of(new CaseEnded(now)))
                .toList());
    }

    private Decision<RoutingFact> hear(CaseState state, HearComplaint command, Instant now) {
        return switch (state) {
            case Unheard(var early) ->
                andThen(state, List.of(new ComplaintHeard(command.complaint().redacted())), early, now);
            case Heard _, Routed _, Paused _, Ended _ -> nothing();
        };
    }

    private Decision<RoutingFact> prepare(CaseState state, PrepareShipment command, Instant now) {
        return switch (state) {
            case Unheard(var early) -> andThen(state, shipping.prepared(command, now), early, now);
            case Heard _, Routed _, Paused _, Ended _ -> nothing();
        };
    }

    private Decision<RoutingFact> route(CaseState state, Route command, Instant now) {
        return switch (state) {
            case Unheard(var early) -> keep(early, command);
            case Heard(var complaint, var early, var _) ->
                andThen(state, firstRouting.facts(complaint, command.diagnosis(), now), early, now);
            // The first diagnosis has sent people to work; a second one alone moves nobody.
            case Routed _, Paused _, Ended _ -> nothing();
        };
    }

    /** Where the customer was asked first, this is the first diagnosis that anybody works on. */
    private Decision<RoutingFact> reroute(CaseState state, Reroute command, Instant now) {
        return switch (state) {
            case Unheard(var early) -> keep(early, command);
            case Heard(var complaint, var early, var _) ->
                andThen(state, firstRouting.facts(complaint, command.diagnosis(), now), early, now);
            case Routed routed -> accept(rerouting.facts(routed, command, now));
            case Paused _, Ended _ -> nothing();
        };
    }

    /** A question is answered by the person who was in contact; a complaint is not. */
    private static Decision<RoutingFact> noteContact(CaseState state, NoteContact command, Instant now) {
        return switch (state) {
            case Unheard(var early) -> keep(early, command);
            case Routed routed
            when routed.routing().cause() == Cause.NO_COMPLAINT ->
                accept(FirstRouting.settled(
                        routed.routing().caseId(), routed.routing().nature(), "The customer has an answer.", now));
            case Heard _, Routed _, Paused _, Ended _ -> nothing();
        };
    }

    private Decision<RoutingFact> hearMore(CaseState state, HearMoreWords command, Instant now) {
        MoreWordsHeard heard = new MoreWordsHeard(Redaction.of(command.words(), Limits.COMPLAINT));
        return switch (state) {
            case Unheard(var early) -> keep(early, command);
            case Heard _ -> accept(heard);
            case Routed routed ->
                accept(Stream.concat(
                                Stream.of(heard), knowing.afterMoreWords(routed.saying(heard.words()), now).stream())
                        .toList());
            case Paused _, Ended _ -> nothing();
        };
    }

    /** Takes the first facts and then, in their order, those commands that had come too early for them. */
    private Decision<RoutingFact> andThen(
            CaseState state, List<RoutingFact> first, List<RoutingCommand> early, Instant now) {
        List<RoutingFact> facts = new ArrayList<>(first);
        CaseState at = RoutingEvolution.after(state, first);
        for (RoutingCommand command : early) {
            // One that is refused now was never true, and must not undo what is.
            if (decideCase(at, command, now) instanceof Decision.Accepted<RoutingFact>(var more)) {
                facts.addAll(more);
                at = RoutingEvolution.after(at, more);
            }
        }
        return accept(facts);
    }

    @Override
    public RoutingState evolve(RoutingState state, RoutingFact fact) {
        if (fact instanceof IncidentFact it) {
            return IncidentEvolution.after(state, it);
        }
        if (fact instanceof CharterFact it) {
            return UnderCharters.after(state, it);
        }
        return switch (state) {
            case RoutingState it when fact instanceof AbsenceFact absence -> Absenting.after(it, absence);
            case CaseState _ when fact instanceof ProblemTold(var _, var after) -> new ProblemKnown(after);
            case CaseState it -> RoutingEvolution.after(it, fact);
            case ProblemKnown known -> fact instanceof ProblemTold(var _, var after) ? new ProblemKnown(after) : known;
            case Away away -> away;
            case IncidentState it -> it;
            case CharterKnown it -> it;
        };
    }
}
