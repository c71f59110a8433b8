package io.redress.benchmarks.organisation;

import io.redress.contracts.CaseEvent;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.NegotiationEvent.DateAgreed;
import io.redress.contracts.NegotiationEvent.ExpectationOffered;
import io.redress.contracts.NegotiationEvent.OfferDeclined;
import io.redress.contracts.NegotiationEvent.OfferLapsed;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.department.domain.Negotiation.Expectation;
import io.redress.department.domain.NegotiationCommand;
import io.redress.department.domain.NegotiationCommand.AcceptOffer;
import io.redress.department.domain.NegotiationCommand.DeclineOffer;
import io.redress.department.domain.NegotiationCommand.MakeOffer;
import io.redress.department.domain.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever asked would like an earlier date; the department accepts, offers one between that and its own, or declines; and
 * whoever asked accepts or declines what it was offered instead.
 */
final class Negotiating implements Player {
    private static final String REASON = "The customer waits for it.";
    private static final String NOT_SO_EARLY = "Others were here before.";
    /** A date that is closer than this is not worth a word. */
    private static final Duration CLOSE = Duration.ofMinutes(30);
    /** Soon enough for any offer, which lapses by the date that it names. */
    private static final Spread LOOK = new Spread(15, 30);

    private final World world;

    Negotiating(World world) {
        this.world = world;
    }

    @Override
    public void hear(CaseEvent event) {
        switch (event) {
            case RequestAccepted it -> accepted(it);
            case ExpectationOffered it -> {
                world.counts().offers++;
                answerSoon(it);
            }
            case DateAgreed _ -> world.counts().agreed++;
            case OfferDeclined _ -> world.counts().offersDeclined++;
            case OfferLapsed _ -> world.counts().offersLapsed++;
            default -> {}
        }
    }

    private void accepted(RequestAccepted it) {
        String id = it.requestId().value();
        Bargaining habit = habitOf(world.desks().requester(it.requestId()));
        if (world.draws().happens(habit.asks(), "bargain", id)) {
            world.soon(() -> offer(
                    it.requestId(),
                    "wish",
                    world.requesterOf(it.requestId()),
                    between(world.timeline().now(), it.dueAt())));
        }
    }

    private void answerSoon(ExpectationOffered it) {
        world.within(LOOK, "offer " + it.offerId(), it.requestId().value(), () -> answer(it));
    }

    /** What has been settled meanwhile is refused by the rules, and nobody minds. */
    private void answer(ExpectationOffered it) {
        boolean provider = it.to().equals(Party.department(it.department()));
        Speaker speaker = provider ? speakerOf(it.department()) : world.requesterOf(it.requestId());
        Bargaining habit = habitOf(provider ? it.department() : world.desks().requester(it.requestId()));
        String id = it.requestId().value();
        if (world.draws().happens(habit.agrees(), "agree " + it.offerId(), id)) {
            tell(new AcceptOffer(it.requestId(), it.offerId(), speaker));
        } else if (provider && world.draws().happens(habit.counters(), "counter " + it.offerId(), id)) {
            Job job = Objects.requireNonNull(world.desks().job(it.requestId()));
            offer(it.requestId(), "counter " + it.offerId(), speaker, between(it.dueAt(), job.dueAt));
        } else {
            tell(new DeclineOffer(it.requestId(), it.offerId(), speaker, NOT_SO_EARLY));
        }
    }

    private void offer(RequestId id, String key, Speaker speaker, @Nullable Instant date) {
        if (date != null) {
            tell(new MakeOffer(id, key, speaker, new Expectation(date, REASON, null, null, null), null, null));
        }
    }

    private void tell(NegotiationCommand word) {
        world.services().tellDepartments(word.requestId().caseId().value(), word);
    }

    private static @Nullable Instant between(Instant early, Instant late) {
        Duration half = Duration.between(early, late).dividedBy(2);
        return half.compareTo(CLOSE) < 0 ? null : early.plus(half);
    }

    private Bargaining habitOf(@Nullable DepartmentCode department) {
        return department == null
                ? world.plan().bargaining()
                : world.desks().of(department).plan().habits().bargaining();
    }

    private static Speaker speakerOf(DepartmentCode department) {
        return new Speaker(department.value(), false, Set.of(department));
    }
}
