package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.chassis.decide.SurroundingRules;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DeviationEvent.DeviationReported;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.DeviationEvent.EstimateOverdue;
import io.redress.contracts.DeviationEvent.Kind;
import io.redress.contracts.DeviationEvent.ProgressOverdue;
import io.redress.contracts.DeviationEvent.ReestimateAsked;
import io.redress.department.domain.DepartmentCommand.DeadlineReached;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.DeviationFact.DeviationNoted;
import io.redress.department.domain.DeviationFact.EstimateMissed;
import io.redress.department.domain.DeviationFact.FollowingBegun;
import io.redress.department.domain.DeviationFact.NextExpected;
import io.redress.department.domain.DeviationFact.ProgressHeard;
import io.redress.department.domain.DeviationFact.ReestimateNoted;
import io.redress.department.domain.DeviationFact.ReportMissed;
import io.redress.department.domain.Followed.Expected;
import io.redress.department.domain.Followed.News;
import io.redress.department.domain.Reach.Doubt;
import io.redress.department.domain.Request.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a department, and around each of their decisions what is followed up by itself: reports of progress that
 * did not come (R83), estimates that are due (R95), and dates that are out of reach (R124). In the same decision, so that
 * none of it is missed or said twice. While a department's question is open, nothing is expected of it (R94).
 */
public final class FollowingUp extends SurroundingRules<DepartmentCase, DepartmentCommand, DepartmentFact> {
    /** Who says what the log shows. */
    static final String BY = "Redress";

    private final Charters charters;
    private final Expectations expectations;

    public FollowingUp(
            Decider<DepartmentCase, DepartmentCommand, DepartmentFact> rules, Charters charters, KnownWork work) {
        super(rules);
        this.charters = charters;
        this.expectations = new Expectations(charters, work);
    }

    @Override
    public Decision<DepartmentFact> decide(DepartmentCase state, DepartmentCommand command, Instant now) {
        Telling telling = new Telling(state, now);
        // What was missed before stays missed, even where what was waited for comes before anybody has noticed.
        telling.noticeWhatIsDue();
        return switch (rules.decide(telling.at, command, now)) {
            case Decision.Rejected<DepartmentFact> rejected -> rejected;
            case Decision.Accepted<DepartmentFact>(var facts)
            when facts.isEmpty() && !(command instanceof DeadlineReached) -> nothing();
            case Decision.Accepted<DepartmentFact>(var facts) -> {
                facts.forEach(telling::tell);
                telling.follow(state);
                yield accept(telling.facts);
            }
        };
    }

    /** One decision, and what is followed up with it. */
    private final class Telling {
        private final Instant now;
        private final List<DepartmentFact> facts = new ArrayList<>();
        private DepartmentCase at;

        Telling(DepartmentCase state, Instant now) {
            this.at = state;
            this.now = now;
        }

        private void tell(DepartmentFact fact) {
            facts.add(fact);
            at = rules.evolve(at, fact);
        }

        void noticeWhatIsDue() {
            Instant due = Deviating.nextDue(at);
            if (due != null && !due.isAfter(now)) {
                open().forEach(this::noticeWhatIsDue);
            }
        }

        private void noticeWhatIsDue(Open request) {
            Followed followed = followed(request);
            News news = followed.news();
            if (news == null) {
                return;
            }
            if (isReached(followed.expected().estimateBy())) {
                estimateMissed(request, followed);
            }
            for (Instant by = followed.expected().progressBy();
                    isReached(by);
                    by = expectations.progressBy(at, request)) {
                reportMissed(request);
            }
            if (followed.isAsked() && isReached(followed.expected().lookAt())) {
                inferred(request, followed);
            }
        }

        private boolean isReached(@Nullable Instant by) {
            return by != null && !by.isAfter(now);
        }

        private void estimateMissed(Open request, Followed followed) {
            Request.Ask ask = request.ask();
            Instant by = followed.expected().estimateBy();
            tell(new EstimateMissed(ask.id()));
            tell(new Published(
                    new EstimateOverdue(ask.id().caseId(), ask.id(), ask.department(), by == null ? now : by, now)));
        }

        private void reportMissed(Open request) {
            Request.Ask ask = request.ask();
            News news = followed(request).news();
            Duration every = news == null ? null : news.terms().progressEvery();
            if (news != null && every != null) {
                tell(new ReportMissed(ask.id()));
                tell(new Published(new ProgressOverdue(
                        ask.id().caseId(),
                        ask.id(),
                        ask.department(),
                        news.heardAt(),
                        every.toSeconds(),
                        news.missed() + 1,
                        now)));
            }
        }

        /** Nobody has answered the question: what the log shows counts. */
        private void inferred(Open request, Followed followed) {
            Request.Ask ask = request.ask();
            ReestimateAsked asked = followed.reestimate();
            if (asked == null || followed.deviations().size() >= Deviating.MOST) {
                return;
            }
            DeviationReported event = new DeviationReported(
                    ask.id().caseId(),
                    ask.id(),
                    Deviating.nextId(at),
                    ask.department(),
                    Kind.DELAY,
                    Dimension.TIME,
                    "The department was asked for a new estimate and has not answered.",
                    ask.dueAt(),
                    laterThan(ask.dueAt(), expected(ask, asked.neededSeconds())),
                    true,
                    BY,
                    now,
                    followed.originalDueAt(),
                    asked.evidence());
            tell(new DeviationNoted(event));
            tell(new Published(event));
        }

        private @Nullable Instant expected(Request.Ask ask, @Nullable Long needed) {
            return needed == null || needed > WorkCalendar.MOST.toSeconds()
                    ? null
                    : charters.of(ask.department()).calendar().add(now, Duration.ofSeconds(needed));
        }

        private static @Nullable Instant laterThan(Instant dueAt, @Nullable Instant date) {
            return date != null && date.isAfter(dueAt) ? date : null;
        }

        void follow(DepartmentCase before) {
            for (Open request : open()) {
                heed(request, before.request(request.ask().id()));
                doubt(request);
            }
            for (Open request : open()) {
                Expected expected = expectations.of(at, request, now);
                if (!expected.equals(followed(request).expected())) {
                    tell(new NextExpected(request.ask().id(), expected));
                }
            }
        }

        private void heed(Open request, @Nullable Request before) {
            Request.Ask ask = request.ask();
            if (followed(request).news() == null || !(before instanceof Open)) {
                tell(new FollowingBegun(ask.id(), ask.dueAt(), ProgressTerms.of(charters.under(ask)), now));
            } else if (!before.progress().equals(request.progress())) {
                tell(new ProgressHeard(ask.id(), now));
            }
        }

        private void doubt(Open request) {
            Followed followed = followed(request);
            if (followed.isAsked() || followed.isLeftToTheSuperior() || Expectations.standsStill(at, request)) {
                return;
            }
            Reach reach = expectations.reach(request);
            if (isUndated(followed)) {
                ask(request, reach.reported());
            } else if (!followed.cameTooLate(request.ask().dueAt())
                    && mayBeAsked(request.ask().dueAt(), followed.reestimate())) {
                reach.doubt(now).ifPresent(it -> ask(request, it));
            }
        }

        private boolean isUndated(Followed followed) {
            return !followed.deviations().isEmpty()
                    && isUndated(followed.deviations().getLast(), followed);
        }

        /** A delay that somebody reported, and for which nobody has asked or said until when. */
        private static boolean isUndated(DeviationReported last, Followed followed) {
            ReestimateAsked asked = followed.reestimate();
            return last.kind() == Kind.DELAY
                    && last.newDueAt() == null
                    && !last.inferred()
                    && (followed.estimate() == null
                            || followed.estimate().givenAt().isBefore(last.reportedAt()))
                    && (asked == null || asked.askedAt().isBefore(last.reportedAt()));
        }

        /** Once for a date, and once more when it has passed. */
        private boolean mayBeAsked(Instant dueAt, @Nullable ReestimateAsked asked) {
            return asked == null
                    || !asked.dueAt().equals(dueAt)
                    || !now.isBefore(dueAt) && asked.askedAt().isBefore(dueAt);
        }

        private void ask(Open request, Doubt doubt) {
            Request.Ask ask = request.ask();
            News news = followed(request).news();
            Duration within =
                    news == null ? Ola.USUAL.firstAnswer() : news.terms().reestimateWithin();
            ReestimateAsked event = new ReestimateAsked(
                    ask.id().caseId(),
                    ask.id(),
                    "reestimate-" + (at.dealings().deviations().asked() + 1),
                    ask.department(),
                    doubt.basis(),
                    doubt.evidence(),
                    seconds(doubt.remaining()),
                    seconds(doubt.needed()),
                    doubt.comparables(),
                    doubt.position(),
                    doubt.capacity(),
                    ask.dueAt(),
                    charters.under(ask).calendar().add(now, within),
                    now);
            tell(new ReestimateNoted(event));
            tell(new Published(event));
        }

        private static @Nullable Long seconds(@Nullable Duration duration) {
            return duration == null ? null : duration.toSeconds();
        }

        /** As they are now. */
        private List<Open> open() {
            return at.requests().stream()
                    .filter(Open.class::isInstance)
                    .map(Open.class::cast)
                    .toList();
        }

        private Followed followed(Open request) {
            return Expectations.followed(at, request);
        }
    }
}
