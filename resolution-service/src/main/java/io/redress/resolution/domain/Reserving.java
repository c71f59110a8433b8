package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.ReservationEvent.MissingReason;
import io.redress.contracts.ReservationEvent.OptionUnavailable;
import io.redress.contracts.ReservationEvent.ReservationHeld;
import io.redress.contracts.ReservationEvent.ReservationLapsed;
import io.redress.contracts.ReservationEvent.ReservationTaken;
import io.redress.contracts.ResolutionEvent.ChoiceUpheld;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.ClearanceFact.ProposalTakenBack;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.Reservation.Stage;
import io.redress.resolution.domain.ReservationCommand.NoteHeld;
import io.redress.resolution.domain.ReservationCommand.NoteMissing;
import io.redress.resolution.domain.ReservationCommand.NoteSettledHold;
import io.redress.resolution.domain.ReservationCommand.NoteTaken;
import io.redress.resolution.domain.ReservationFact.ChoiceBegun;
import io.redress.resolution.domain.ReservationFact.ChoiceLost;
import io.redress.resolution.domain.ReservationFact.ReservationAgreed;
import io.redress.resolution.domain.ReservationFact.ReservationForgotten;
import io.redress.resolution.domain.ReservationFact.ReservationGranted;
import io.redress.resolution.domain.ReservationFact.ReservationMoved;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import io.redress.resolution.domain.ResolutionFact.ConditionMet;
import io.redress.resolution.domain.ResolutionFact.DraftChanged;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is offered is there until the offer ends; what is chosen is taken before anything is carried out. */
final class Reserving implements Following, BeforeProposing {
    private final ProposeSolutions propose;
    private final Evolving evolve;

    /** @param evolve how a case goes on with a fact */
    Reserving(ProposeSolutions propose, Evolving evolve) {
        this.propose = propose;
        this.evolve = evolve;
    }

    Decision<ResolutionFact> decide(ResolutionCase known, ReservationCommand command, Instant now) {
        return switch (command) {
            case NoteHeld(var id, var until, var currency) ->
                reservations(known)
                        .line(id)
                        .map(line -> held(known, line, until, currency, now))
                        .orElseGet(Decision::nothing);
            case NoteMissing(var id, var reason) ->
                reservations(known)
                        .line(id)
                        .map(line -> missing(known, line, reason, now))
                        .orElseGet(Decision::nothing);
            case NoteTaken(var id) ->
                reservations(known)
                        .line(id)
                        .filter(line -> line.stage() == Stage.TO_TAKE)
                        .map(line -> taken(known, line, now))
                        .orElseGet(Decision::nothing);
            case NoteSettledHold(var id) ->
                reservations(known)
                        .line(id)
                        .filter(line -> line.stage() == Stage.TO_RELEASE || line.stage() == Stage.TO_USE_UP)
                        .map(line -> Decision.<ResolutionFact>accept(new ReservationForgotten(line.id())))
                        .orElseGet(Decision::nothing);
        };
    }

    private static Decision<ResolutionFact> held(
            ResolutionCase known, Reservation line, Instant until, @Nullable String currency, Instant now) {
        return switch (line.stage()) {
            case WANTED ->
                Decision.accept(
                        new Published(new ReservationHeld(
                                caseId(known),
                                line.proposalId(),
                                line.optionId(),
                                line.resource(),
                                line.quantity(),
                                now,
                                until)),
                        new ReservationGranted(line.id(), until, currency),
                        new ConditionMet(line.condition()));
            case HELD ->
                until.equals(line.heldUntil())
                        ? Decision.nothing()
                        : Decision.accept(new ReservationGranted(line.id(), until, currency));
            case TO_TAKE, TAKEN, TO_RELEASE, TO_USE_UP -> Decision.nothing();
        };
    }

    private Decision<ResolutionFact> missing(
            ResolutionCase known, Reservation line, MissingReason reason, Instant now) {
        if (line.stage() == Stage.TAKEN || line.stage() == Stage.TO_USE_UP) {
            return Decision.nothing();
        }
        List<ResolutionFact> facts = new ArrayList<>(List.of(new ReservationForgotten(line.id())));
        if (line.stage() == Stage.TO_RELEASE) {
            return Decision.accept(facts);
        }
        if (line.isKept()) {
            facts.add(new Published(new ReservationLapsed(
                    caseId(known), line.proposalId(), line.optionId(), line.resource(), line.quantity(), reason, now)));
        }
        PendingChoice choosing = reservations(known).choosing();
        if (choosing != null) {
            if (!line.isFor(choosing.proposalId(), choosing.optionId())) {
                // What the customer has chosen is not lost with what was not chosen.
                return Decision.accept(facts);
            }
            facts.add(new ChoiceLost());
        }
        switch (known.progress() instanceof Progress.Paused(var beneath) ? beneath : known.progress()) {
            // Nobody has seen it yet and there may be enough of it: it is asked for again.
            case Drafted _ when reason == MissingReason.EXPIRED -> {}
            case Drafted drafted -> {
                facts.addAll(unavailable(drafted.draft(), line, reason, now));
                facts.add(instead(drafted, line.optionId(), now));
                conditionsOf(drafted, line.optionId()).forEach(it -> facts.add(new ConditionMet(it)));
            }
            case Proposed proposed -> {
                facts.addAll(unavailable(proposed.proposal(), line, reason, now));
                facts.add(instead(proposed, line.optionId(), now));
            }
            default -> {}
        }
        return Decision.accept(facts);
    }

    private ResolutionFact instead(Drafted drafted, String lost, Instant now) {
        Executing running = drafted.running();
        SolutionsProposed left =
                propose.without(drafted.background(), drafted.draft(), lost, false, now, drafted.running());
        return running != null && left.options().stream().allMatch(running::isSameAs)
                ? new ProposalTakenBack(
                        new Earlier(ProposeSolutions.round(left.proposalId()), List.of(), drafted.failedKinds()))
                : new DraftChanged(left);
    }

    /** Where only what is carried out is left, there is nothing to choose. */
    private ResolutionFact instead(Proposed proposed, String lost, Instant now) {
        Executing running = proposed.running();
        SolutionsProposed left =
                propose.without(proposed.background(), proposed.proposal(), lost, true, now, proposed.running());
        return running != null && left.options().stream().allMatch(running::isSameAs)
                ? Closing.upheld(
                        running.beside(proposed.background(), proposed.proposal()),
                        ChoiceUpheld.Reason.NOTHING_ELSE,
                        now)
                : new Published(left);
    }

    private static List<String> conditionsOf(Drafted drafted, String optionId) {
        String prefix = Reservation.condition(optionId, "");
        return drafted.awaiting().stream().filter(it -> it.startsWith(prefix)).toList();
    }

    private static List<ResolutionFact> unavailable(
            SolutionsProposed proposal, Reservation line, MissingReason reason, Instant now) {
        return proposal.options().stream()
                .filter(option -> line.isFor(proposal.proposalId(), option.optionId()))
                .<ResolutionFact>map(option -> new Published(new OptionUnavailable(
                        proposal.caseId(),
                        proposal.proposalId(),
                        option.optionId(),
                        option.kind(),
                        line.resource(),
                        reason,
                        now)))
                .toList();
    }

    /** The last one taken makes the choice, at the time at which the customer made it. */
    private static Decision<ResolutionFact> taken(ResolutionCase known, Reservation line, Instant now) {
        List<ResolutionFact> facts = new ArrayList<>(List.of(
                new ReservationAgreed(line.id()),
                new Published(new ReservationTaken(
                        caseId(known), line.proposalId(), line.optionId(), line.resource(), line.quantity(), now))));
        PendingChoice choosing = reservations(known).choosing();
        if (choosing != null
                && isLast(reservations(known), choosing, line)
                && Choosing.decide(known.progress(), choosing.choose(), choosing.at())
                        instanceof Decision.Accepted<ResolutionFact>(var chosen)) {
            facts.addAll(chosen);
        }
        return Decision.accept(facts);
    }

    private static boolean isLast(Reservations reservations, PendingChoice choosing, Reservation line) {
        return reservations.of(choosing.proposalId(), choosing.optionId()).stream()
                .noneMatch(it -> it.stage() == Stage.TO_TAKE && !it.id().equals(line.id()));
    }

    @Override
    public List<String> awaited(ResolutionCase known, SolutionsProposed draft) {
        return new ReservationPlan(
                        Offered.in(known),
                        reservations(known),
                        draft,
                        known.progress().carriedOut().orElse(null))
                .awaited();
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        PendingChoice choosing = reservations(before).choosing();
        if (choosing != null && command instanceof Choose choose) {
            return choosing.isSame(choose)
                    ? Decision.nothing()
                    : Decision.reject(
                            "already-chosen",
                            "Expected no choice yet, but option " + choosing.optionId() + " of proposal "
                                    + choosing.proposalId() + " is being chosen.");
        }
        // The customer has chosen in time; the next answer of a resource says whether it was still there.
        if (choosing != null && command instanceof DeadlineReached && before.progress() instanceof Proposed) {
            return Decision.nothing();
        }
        if (!(decided instanceof Decision.Accepted<ResolutionFact>(var facts))) {
            return decided;
        }
        if (command instanceof Choose choose && isToBeTaken(before, facts, choose)) {
            return Decision.accept(new ChoiceBegun(PendingChoice.of(choose, now)));
        }
        return kept(before, facts, now);
    }

    private static boolean isToBeTaken(ResolutionCase before, List<ResolutionFact> facts, Choose choose) {
        return facts.stream().anyMatch(fact -> fact instanceof Published(OptionChosen _))
                && before.assurances().executions().hasRoom()
                && reservations(before).of(choose.proposalId(), choose.optionId()).stream()
                        .anyMatch(Reservation::isOpen);
    }

    private Decision<ResolutionFact> kept(ResolutionCase before, List<ResolutionFact> facts, Instant now) {
        List<ResolutionFact> all = new ArrayList<>(facts);
        facts.forEach(fact -> all.addAll(goingOn(before, fact)));
        all.addAll(new KeepingPace(Offered.in(before), evolve.afterAll(before, all), now).facts());
        return Decision.accept(all);
    }

    /** What is taken for what is carried out stays taken where that is chosen once more. */
    private static List<ResolutionFact> goingOn(ResolutionCase before, ResolutionFact fact) {
        if (!(fact instanceof Published(OptionChosen choice))
                || !(before.progress() instanceof Proposed proposed)
                || proposed.option(choice.optionId())
                        .filter(proposed::goesOnWith)
                        .isEmpty()) {
            return List.of();
        }
        OptionChosen first = Objects.requireNonNull(proposed.running()).choice();
        return reservations(before).of(first.proposalId(), first.optionId()).stream()
                .<ResolutionFact>map(
                        it -> new ReservationMoved(it.id(), choice.proposalId(), choice.optionId(), it.until()))
                .toList();
    }

    private static Reservations reservations(ResolutionCase known) {
        return known.assurances().reservations();
    }

    private static CaseId caseId(ResolutionCase known) {
        return Objects.requireNonNull(known.background()).caseId();
    }
}
