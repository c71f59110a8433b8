package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.routing.domain.OwedCommand.EndOffer;
import io.redress.routing.domain.OwedCommand.NoteDeviation;
import io.redress.routing.domain.OwedCommand.NoteEstimate;
import io.redress.routing.domain.OwedCommand.NoteOffer;
import io.redress.routing.domain.OwedCommand.NoteOwed;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.SilenceCommand.NoteProgress;
import io.redress.routing.domain.SilenceFact.SilenceBroken;
import io.redress.routing.domain.Wait.What;
import io.redress.routing.domain.WaitFact.LimitMoved;
import io.redress.routing.domain.WaitFact.WordNoted;
import io.redress.routing.domain.WaitFact.WordSettled;
import io.redress.routing.domain.Waiting.Asked;
import io.redress.routing.domain.Waiting.Owed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A word is owed on the way to an answer: how far it is (R83), when it will be done (R95), whether a date is still true
 * (R124), and by whoever is offered a date, whether it holds (R75). Until it comes it is waited for; and a date that moves
 * moves for everybody who waits.
 */
final class Owing {
    private final SilenceSpeaks silence;

    Owing(SilenceSpeaks silence) {
        this.silence = silence;
    }

    Decision<RoutingFact> decide(Routed routed, OwedCommand command, Instant now) {
        return switch (routed.request(command.requestId())) {
            case null -> Requesting.unknown(command.requestId());
            case Request request
            when !request.ask().department().equals(command.department()) ->
                Requesting.foreign(request, command.department());
            case Request _ -> decideOwn(routed, command, now);
        };
    }

    private Decision<RoutingFact> decideOwn(Routed routed, OwedCommand command, Instant now) {
        Asked asked = routed.waiting().asked(command.requestId());
        return asked == null
                ? nothing()
                : switch (command) {
                    case NoteOwed owed -> note(routed, owed);
                    case NoteOffer offer -> accept(offered(routed, offer));
                    case EndOffer ended -> accept(settled(routed, ended.requestId(), What.AGREEMENT));
                    case NoteEstimate estimate -> accept(heard(routed, estimate.requestId(), estimate.givenAt()));
                    case NoteDeviation deviation -> accept(deviated(routed, asked, deviation, now));
                };
    }

    /** A further interval missed is the same wait, going on since it was owed first. */
    private static Decision<RoutingFact> note(Routed routed, NoteOwed command) {
        boolean known = routed.waiting().owed(command.requestId()).anyMatch(it -> it.what() == command.what());
        return known && command.what() != What.REESTIMATE
                ? nothing()
                : accept(
                        new WordNoted(new Owed(command.requestId(), command.what(), command.since(), command.limit())));
    }

    /**
     * It takes the place of an offer that still stood, so that whoever has made that one is waited for now. Whoever offers
     * a date is not silent.
     */
    private static List<RoutingFact> offered(Routed routed, NoteOffer command) {
        List<RoutingFact> facts = new ArrayList<>();
        facts.add(new WordNoted(new Owed(
                command.requestId(),
                What.AGREEMENT,
                command.offeredAt(),
                command.limit(),
                new Owed.Sides(command.from(), command.to()))));
        if (command.from().equals(Party.department(command.department()))) {
            facts.addAll(broken(routed, command.requestId(), command.offeredAt()));
        }
        return facts;
    }

    private List<RoutingFact> deviated(Routed routed, Asked asked, NoteDeviation command, Instant now) {
        List<RoutingFact> facts = new ArrayList<>(
                command.inferred()
                        ? settled(routed, command.requestId(), What.REESTIMATE)
                        : heard(routed, command.requestId(), command.reportedAt()));
        Instant next = command.newDueAt();
        if (next != null) {
            facts.add(new LimitMoved(asked.id(), next));
        }
        if (command.inferred()) {
            facts.addAll(silence.superiorHears(routed, asked, next, now));
        } else if (next != null && next.isAfter(routed.promised())) {
            facts.add(new Published(new DateReestimated(
                    routed.routing().caseId(),
                    routed.promised(),
                    next,
                    silence.nameOf(asked.party()) + " has said that it takes longer.",
                    now)));
        }
        return facts;
    }

    /** Whatever a department says about its date says also how far it is. */
    private static List<RoutingFact> heard(Routed routed, RequestId id, Instant at) {
        List<RoutingFact> facts = settled(routed, id, What.PROGRESS, What.ESTIMATE, What.REESTIMATE);
        facts.addAll(broken(routed, id, at));
        return facts;
    }

    private static List<RoutingFact> broken(Routed routed, RequestId id, Instant at) {
        return routed.silences().open().stream().anyMatch(it -> it.waitId().equals(id.value()))
                ? List.of(new SilenceBroken(id.value(), at))
                : List.of();
    }

    /** A report of progress ends the wait for it, also where its department has not taken the request over yet. */
    static List<RoutingFact> reported(Routed routed, NoteProgress progress) {
        Request request = routed.request(progress.requestId());
        return request != null && request.ask().department().equals(progress.department())
                ? settled(routed, progress.requestId(), What.PROGRESS)
                : List.of();
    }

    static List<RoutingFact> settled(Routed routed, RequestId id, What... what) {
        List<What> these = List.of(what);
        List<RoutingFact> facts = new ArrayList<>();
        routed.waiting()
                .owed(id)
                .filter(it -> these.contains(it.what()))
                .forEach(it -> facts.add(new WordSettled(id, it.what())));
        return facts;
    }
}
