package io.redress.resolution.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.ReservationEvent.ReleaseReason;
import io.redress.contracts.ReservationEvent.ReservationReleased;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.Progress.Listening;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.Reservation.Stage;
import io.redress.resolution.domain.ReservationFact.ChoiceLost;
import io.redress.resolution.domain.ReservationFact.ReservationGivenBack;
import io.redress.resolution.domain.ReservationFact.ReservationMoved;
import io.redress.resolution.domain.ReservationFact.ReservationSpent;
import io.redress.resolution.domain.ReservationFact.ReservationWanted;
import io.redress.resolution.domain.ResolutionFact.ProposalHeld;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whatever has happened to a case, what is held for it is what it needs from now on: nothing is forgotten on a way out that
 * somebody adds later.
 *
 * @param before for what there was something held
 * @param then the case after it
 */
record KeepingPace(Offered before, ResolutionCase then, Instant now) {

    List<ResolutionFact> facts() {
        return facts(then.progress());
    }

    private List<ResolutionFact> facts(Progress progress) {
        return switch (progress) {
            case Gathering _ -> release(reservations().lines(), ReleaseReason.PROPOSAL_CHANGED);
            case Listening _ -> release(reservations().lines(), ReleaseReason.PROPOSAL_CHANGED);
            case Drafted drafted -> keep(drafted.draft(), drafted);
            case Proposed proposed -> keep(proposed.proposal(), null);
            case Executing executing -> chosen(executing.choice(), false);
            case Executed executed -> chosen(executed.choice(), true);
            case Closed closed -> chosen(closed.choice(), true);
            case Paused(var beneath) ->
                beneath instanceof Executing || beneath instanceof Executed || beneath instanceof Closed
                        ? facts(beneath)
                        : release(reservations().lines(), ReleaseReason.CASE_PAUSED);
        };
    }

    /** What is taken stays until it is carried out, and then it is gone for good. */
    private List<ResolutionFact> chosen(@Nullable OptionChosen choice, boolean done) {
        List<ResolutionFact> facts = new ArrayList<>();
        List<Reservation> others = new ArrayList<>();
        for (Reservation line : reservations().lines()) {
            if (choice == null || !line.isFor(choice.proposalId(), choice.optionId())) {
                others.add(line);
            } else if (done && line.stage() == Stage.TAKEN) {
                facts.add(new ReservationSpent(line.id()));
            }
        }
        facts.addAll(release(others, choice == null ? ReleaseReason.OFFER_ENDED : ReleaseReason.ANOTHER_CHOSEN));
        return facts;
    }

    private List<ResolutionFact> keep(SolutionsProposed proposal, @Nullable Drafted drafted) {
        List<Reservation> taking = drafted == null ? beingTaken(proposal) : List.of();
        ReservationPlan plan = new ReservationPlan(before, reservations(), proposal);
        List<ResolutionFact> facts = new ArrayList<>();
        plan.moving()
                .forEach((need, line) -> facts.add(new ReservationMoved(
                        line.id(), proposal.proposalId(), need.optionId(), until(proposal, drafted))));
        if (taking.isEmpty()) {
            facts.addAll(wanted(proposal, plan.unmet(), drafted));
        }
        facts.addAll(release(
                plan.left().stream().filter(line -> !taking.contains(line)).toList(), ReleaseReason.PROPOSAL_CHANGED));
        return facts;
    }

    /** However long a draft has waited for others: the time to choose has not begun. */
    private Instant until(SolutionsProposed proposal, @Nullable Drafted drafted) {
        return drafted == null
                ? proposal.validUntil()
                : now.plus(Duration.between(proposal.proposedAt(), proposal.validUntil()));
    }

    /** What the customer has just chosen is not asked for again. */
    private List<Reservation> beingTaken(SolutionsProposed proposal) {
        PendingChoice choosing = reservations().choosing();
        return choosing != null && choosing.proposalId().equals(proposal.proposalId())
                ? reservations().of(choosing.proposalId(), choosing.optionId())
                : List.of();
    }

    private List<ResolutionFact> wanted(
            SolutionsProposed proposal, List<ReservationPlan.Need> needs, @Nullable Drafted drafted) {
        List<ResolutionFact> facts = new ArrayList<>();
        long number = reservations().asked();
        for (ReservationPlan.Need need : needs) {
            number++;
            facts.add(new ReservationWanted(new Reservation(
                    String.join(
                            ":",
                            proposal.caseId().value(),
                            proposal.proposalId(),
                            need.optionId(),
                            need.resource(),
                            Long.toString(number)),
                    proposal.proposalId(),
                    need.optionId(),
                    need.resource(),
                    need.quantity(),
                    until(proposal, drafted),
                    null,
                    Stage.WANTED)));
        }
        // What had been held before has been given back in a pause, or its time was over: the draft waits for it once
        // more.
        if (drafted != null) {
            List<String> missing = needs.stream()
                    .map(ReservationPlan.Need::condition)
                    .filter(it -> !drafted.awaiting().contains(it))
                    .toList();
            if (!missing.isEmpty()) {
                facts.add(new ProposalHeld(
                        drafted.draft(),
                        Stream.concat(drafted.awaiting().stream(), missing.stream())
                                .toList()));
            }
        }
        return facts;
    }

    private List<ResolutionFact> release(List<Reservation> lines, ReleaseReason reason) {
        List<ResolutionFact> facts = new ArrayList<>();
        PendingChoice choosing = reservations().choosing();
        if (choosing != null && lines.stream().anyMatch(it -> it.isFor(choosing.proposalId(), choosing.optionId()))) {
            facts.add(new ChoiceLost());
        }
        for (Reservation line : lines) {
            if (line.stage() != Stage.TO_RELEASE && line.stage() != Stage.TO_USE_UP) {
                facts.add(new ReservationGivenBack(line.id()));
                if (line.isKept()) {
                    facts.add(new Published(released(line, reason)));
                }
            }
        }
        return facts;
    }

    private ReservationReleased released(Reservation line, ReleaseReason reason) {
        return new ReservationReleased(
                caseId(), line.proposalId(), line.optionId(), line.resource(), line.quantity(), reason, now);
    }

    private CaseId caseId() {
        return Objects.requireNonNull(then.background()).caseId();
    }

    private Reservations reservations() {
        return then.assurances().reservations();
    }
}
