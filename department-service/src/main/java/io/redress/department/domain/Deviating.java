package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentReply.Deviation;
import io.redress.contracts.DepartmentReply.Estimate;
import io.redress.contracts.DeviationEvent.DeviationReported;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.DeviationEvent.EstimateGiven;
import io.redress.contracts.DeviationEvent.Kind;
import io.redress.contracts.Limits;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.DeviationFact.DeviationNoted;
import io.redress.department.domain.DeviationFact.EstimateNoted;
import io.redress.department.domain.DeviationFact.SaidAboutDate;
import io.redress.department.domain.Followed.Expected;
import io.redress.department.domain.Request.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a department says about the date of a request: that it cannot be kept, or when it will be done. */
public final class Deviating {
    /** Whoever corrects a request more often does not know what is true, and people must speak. */
    public static final int MOST = 20;

    private static final Duration FURTHEST = Duration.ofDays(Limits.DAYS);

    private Deviating() {}

    static Decision<DepartmentFact> report(DepartmentCase state, Open request, Deviation reply, Instant now) {
        Followed followed = Expectations.followed(state, request);
        Instant dueAt = request.ask().dueAt();
        Instant next = reply.newDueAt();
        if (followed.deviations().size() >= MOST) {
            return reject(
                    "too-many-deviations",
                    "Expected at most " + MOST + " deviations of a request, but there are as many already");
        }
        if (!saysWhatBecomesOrNothing(reply)) {
            return reject(
                    "no-comparison",
                    "Expected was and becomes together, none of them blank, and only for cost or quality: of time the dates"
                            + " say it");
        }
        if (next != null) {
            String wrong = wrong(next, now);
            if (wrong == null && next.isBefore(followed.originalDueAt())) {
                wrong = "Expected a date that is not before " + followed.originalDueAt()
                        + ", with which the request began";
            }
            if (wrong == null && next.equals(dueAt)) {
                wrong = "Expected another date than " + dueAt + ", which is the date already";
            }
            if (wrong != null) {
                return reject("no-honest-date", wrong);
            }
        }
        DeviationReported event = new DeviationReported(
                request.ask().id().caseId(),
                request.ask().id(),
                nextId(state),
                request.ask().department(),
                reply.kind(),
                reply.dimension(),
                reply.reason(),
                dueAt,
                next,
                false,
                reply.by(),
                now,
                followed.originalDueAt(),
                reply.evidence(),
                reply.was(),
                reply.becomes());
        List<DepartmentFact> facts = new ArrayList<>();
        facts.add(new DeviationNoted(event));
        facts.add(new SaidAboutDate(reply, now));
        facts.add(new Published(event));
        facts.addAll(Correcting.deviated(state, request.ask(), event));
        return accept(facts);
    }

    static Decision<DepartmentFact> estimate(DepartmentCase state, Open request, Estimate reply, Instant now) {
        Followed followed = Expectations.followed(state, request);
        Instant dueAt = request.ask().dueAt();
        boolean later = reply.dueAt().isAfter(dueAt);
        boolean blank = reply.reason() == null || reply.reason().isBlank();
        String wrong = wrong(reply.dueAt(), now);
        if (wrong != null) {
            return reject("no-honest-date", wrong);
        }
        if (blank && (later || followed.isAsked())) {
            return reject(
                    "reason-missing",
                    later
                            ? "Expected a reason, because the estimate is later than " + dueAt
                            : "Expected a reason, because a re-estimate was asked for");
        }
        if (followed.said().size() >= 2 * MOST || later && followed.deviations().size() >= MOST) {
            return reject(
                    "too-many-estimates",
                    "Expected at most " + MOST + " estimates of a request, but there are as many already");
        }
        List<DepartmentFact> facts = new ArrayList<>();
        if (later) {
            DeviationReported delay = delay(state, request, reply, now);
            facts.add(new DeviationNoted(delay));
            facts.add(new Published(delay));
            facts.addAll(Correcting.deviated(state, request.ask(), delay));
        }
        EstimateGiven event = new EstimateGiven(
                request.ask().id().caseId(),
                request.ask().id(),
                request.ask().department(),
                reply.dueAt(),
                !later,
                reply.resources(),
                reply.reason(),
                followed.isAsked() && followed.reestimate() != null
                        ? followed.reestimate().reestimateId()
                        : null,
                reply.by(),
                now);
        facts.add(new EstimateNoted(event));
        facts.add(new SaidAboutDate(reply, now));
        facts.add(new Published(event));
        return accept(facts);
    }

    /** The customer reads both. */
    private static boolean saysWhatBecomesOrNothing(Deviation reply) {
        String was = reply.was();
        String becomes = reply.becomes();
        if (was == null || becomes == null) {
            return was == null && becomes == null;
        }
        return !was.isBlank() && !becomes.isBlank() && reply.dimension() != Dimension.TIME;
    }

    private static DeviationReported delay(DepartmentCase state, Open request, Estimate reply, Instant now) {
        return new DeviationReported(
                request.ask().id().caseId(),
                request.ask().id(),
                nextId(state),
                request.ask().department(),
                Kind.DELAY,
                Dimension.TIME,
                String.valueOf(reply.reason()),
                request.ask().dueAt(),
                reply.dueAt(),
                false,
                reply.by(),
                now,
                Expectations.followed(state, request).originalDueAt(),
                null);
    }

    static String nextId(DepartmentCase state) {
        return "deviation-" + (state.dealings().deviations().count() + 1);
    }

    /** What is wrong with a date from now on; absent where nothing is. */
    private static @Nullable String wrong(Instant date, Instant now) {
        if (!date.isAfter(now)) {
            return "Expected a date in the future, but " + date + " has passed";
        }
        return date.isAfter(now.plus(FURTHEST))
                ? "Expected a date within " + Limits.DAYS + " days, but got " + date
                : null;
    }

    /** The case after something was noted about a date. */
    static DepartmentCase after(DepartmentCase state, DeviationFact fact) {
        Instant next = fact instanceof DeviationNoted(var event) ? event.newDueAt() : null;
        return next == null ? state : state.replacing(fact.requestId(), it -> moved(it, next));
    }

    private static Request moved(Request request, Instant dueAt) {
        return request instanceof Open open ? open.due(dueAt) : request;
    }

    /** When something about the dates of a case is to be noticed by itself; absent where nothing is. */
    public static @Nullable Instant nextDue(DepartmentCase state) {
        return state.dealings().deviations().followed().stream()
                .filter(it -> state.request(it.id()) instanceof Open)
                .map(Followed::expected)
                .flatMap(Expected::all)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
