package io.redress.benchmarks.organisation;

import io.redress.contracts.CaseEvent;
import io.redress.contracts.CommitmentEvent.CommitmentKept;
import io.redress.contracts.CommitmentEvent.CommitmentMissed;
import io.redress.contracts.CommitmentEvent.MarginsStacked;
import io.redress.contracts.CooperationEvent.QuestionAsked;
import io.redress.contracts.DeliveryEvent.AnswerSentBack;
import io.redress.contracts.DeliveryEvent.DeliveryRated;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.contracts.DeviationEvent.ProgressOverdue;
import io.redress.contracts.Party;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.SilenceEvent.WaitEscalated;
import io.redress.contracts.SilenceEvent.WaitReminded;
import io.redress.contracts.UrgencyEvent.UrgencyGranted;
import io.redress.contracts.UrgencyEvent.UrgencyRefused;
import io.redress.contracts.WaitEvent.RootBlockerChanged;
import io.redress.contracts.WaitEvent.WaitCycleFound;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** Counts, and plays nobody. */
final class Tallying implements Player {
    private final World world;
    private final Ledger ledger;
    private final Map<DepartmentCode, Tally> tallies;

    Tallying(World world, Ledger ledger, Map<DepartmentCode, Tally> tallies) {
        this.world = world;
        this.ledger = ledger;
        this.tallies = tallies;
    }

    @Override
    public void hear(CaseEvent event) {
        Played.Counts counts = world.counts();
        switch (event) {
            case RequestRaised it -> of(it.department()).requests++;
            case RequestAnswered it -> answered(it);
            case RequestDeclined it -> of(it.department()).declined++;
            case QuestionAsked it -> of(it.department()).questions++;
            case AnswerSentBack it -> of(it.department()).sentBack++;
            case DeliveryRated it -> rated(it, of(it.department()));
            case RootBlockerChanged it -> ledger.heldUp(it);
            case WaitCycleFound _ -> counts.circles++;
            case WaitReminded it -> silent(it.waitedOn(), tally -> tally.reminded++);
            case WaitEscalated it -> silent(it.waitedOn(), tally -> tally.escalated++);
            case ProgressOverdue it -> of(it.department()).progressOverdue++;
            case CommitmentKept it -> of(it.department()).kept++;
            case CommitmentMissed it -> of(it.department()).missed++;
            case MarginsStacked _ -> counts.stacked++;
            case UrgencyGranted _ -> counts.urgentGranted++;
            case UrgencyRefused _ -> counts.urgentRefused++;
            default -> {}
        }
    }

    private static void rated(DeliveryRated it, Tally tally) {
        tally.rated++;
        tally.onTime += it.onTime() ? 1 : 0;
        tally.complete += it.complete() ? 1 : 0;
    }

    private void silent(Party party, Consumer<Tally> change) {
        if (party.isDepartment()) {
            change.accept(of(new DepartmentCode(party.id())));
        }
    }

    /** What goes back at once is no answer yet. */
    private void answered(RequestAnswered it) {
        Job job = world.desks().job(it.requestId());
        if (job == null || job.incomplete) {
            return;
        }
        Tally tally = of(it.department());
        Duration working = job.worked.stream()
                .map(span -> world.calendar().between(span.from(), span.to()))
                .reduce(Duration.ZERO, Duration::plus);
        Duration attended = world.calendar().between(job.acceptedAt, it.answeredAt());
        tally.answered++;
        tally.working.add(working);
        tally.waiting.add(attended.minus(working));
        (job.shouted ? tally.urgentWaiting : tally.othersWaiting).add(attended.minus(working));
        Instant promised = job.promisedFor;
        if (promised != null && promised.isAfter(job.acceptedAt)) {
            tally.leftOfPromise.add(
                    (double) Duration.between(it.answeredAt(), promised).toMillis()
                            / Duration.between(job.acceptedAt, promised).toMillis());
        }
        world.finished().add(it.department(), attended);
    }

    private Tally of(DepartmentCode code) {
        return tallies.computeIfAbsent(code, _ -> new Tally());
    }
}
