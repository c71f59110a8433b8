package io.redress.benchmarks.organisation;

import io.redress.benchmarks.organisation.Job.Span;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CooperationEvent.QuestionAnswered;
import io.redress.contracts.DeliveryEvent.AnswerSentBack;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.contracts.NegotiationEvent.DateAgreed;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.contracts.SilenceEvent.WaitEscalated;
import io.redress.contracts.UrgencyEvent.UrgencyGranted;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All departments at work: what they are asked lands on a desk, and leaves it again. */
final class Desks implements Player {
    private final Map<DepartmentCode, Desk> desks = new HashMap<>();
    private final Map<RequestId, RequestRaised> raised = new HashMap<>();

    Desks(
            Organisation plan,
            Collection<DepartmentCode> registered,
            WorkCalendar calendar,
            Timeline timeline,
            Draws draws,
            Deed deed) {
        Map<DepartmentCode, DepartmentPlan> declared = new HashMap<>();
        plan.departments().forEach(it -> declared.put(it.code(), it));
        registered.forEach(code -> desks.put(
                code,
                new Desk(declared.getOrDefault(code, DepartmentPlan.usual(code)), calendar, timeline, draws, deed)));
    }

    /** In the same order in every run. */
    List<DepartmentPlan> plans() {
        return desks.values().stream()
                .map(Desk::plan)
                .sorted((a, b) -> a.code().value().compareTo(b.code().value()))
                .toList();
    }

    Desk of(DepartmentCode code) {
        Desk desk = desks.get(code);
        if (desk == null) {
            throw new Violation("Expected a registered department, but " + code + " is asked");
        }
        return desk;
    }

    /** The desk on which it lies; null where it was never asked. */
    @Nullable
    Job job(RequestId id) {
        RequestRaised asked = raised.get(id);
        return asked == null ? null : of(asked.department()).job(id);
    }

    /** When somebody had it in hand. */
    List<Span> worked(RequestId id) {
        Job job = job(id);
        return job == null ? List.of() : job.worked;
    }

    String natureOf(RequestId id) {
        RequestRaised asked = raised.get(id);
        return asked == null ? "" : asked.nature();
    }

    /** The request that it helps with; null where it is no help. */
    @Nullable
    RequestId helped(RequestId id) {
        RequestRaised asked = raised.get(id);
        return asked == null ? null : asked.parent();
    }

    /** The department that asked for help; null where the front desk asked. */
    @Nullable
    DepartmentCode requester(RequestId id) {
        RequestId parent = helped(id);
        RequestRaised of = parent == null ? null : raised.get(parent);
        return of == null ? null : of.department();
    }

    @Override
    public void hear(CaseEvent event) {
        switch (event) {
            case RequestRaised it -> {
                raised.put(it.requestId(), it);
                if (it.offeredBy() != null) {
                    of(it.department()).offered(it.requestId());
                }
            }
            case RequestAccepted it -> of(it.department()).accepted(it, helped(it.requestId()) != null);
            case RequestAnswered it -> {
                of(it.department()).drop(it.requestId());
                goOn(it.requestId());
            }
            case AnswerSentBack it -> of(it.department()).sentBack(it.requestId(), it.dueAt());
            case RequestDeclined it -> of(it.department()).drop(it.requestId());
            case RequestWithdrawn it -> {
                of(it.department()).drop(it.requestId());
                goOn(it.requestId());
            }
            case OfferReturned it -> given(it.from(), it.requestId(), Desk::returned);
            case OwnershipMoved it -> given(it.from(), it.requestId(), Desk::drop);
            case QuestionAnswered it -> {
                Desk desk = of(it.department());
                if (it.dueAt() != null) {
                    desk.due(it.requestId(), it.dueAt());
                }
                desk.goOn(it.requestId());
            }
            case DateAgreed it -> of(it.department()).due(it.requestId(), it.dueAt());
            case UrgencyGranted it -> of(it.department()).hurry(it.requestId());
            case WaitEscalated it -> escalated(it);
            default -> {}
        }
    }

    @FunctionalInterface
    private interface Then {
        void on(Desk desk, RequestId id);
    }

    private void given(Party from, @Nullable RequestId id, Then then) {
        if (id != null && from.isDepartment()) {
            then.on(of(new DepartmentCode(from.id())), id);
        }
    }

    /** Whoever this helped can go on. */
    private void goOn(RequestId help) {
        RequestId parent = helped(help);
        RequestRaised asked = parent == null ? null : raised.get(parent);
        if (asked != null) {
            of(asked.department()).goOn(asked.requestId());
        }
    }

    /** Whoever is asked by the superior begins. */
    private void escalated(WaitEscalated it) {
        if (it.waitedOn().isDepartment()
                && it.level() == WaitEscalated.Level.SUPERIOR
                && it.waitId().contains("-r")) {
            of(new DepartmentCode(it.waitedOn().id())).wake(new RequestId(it.waitId()));
        }
    }
}
