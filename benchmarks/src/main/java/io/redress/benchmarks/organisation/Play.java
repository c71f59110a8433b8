package io.redress.benchmarks.organisation;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.CommitmentEvent.CommitmentKept;
import io.redress.contracts.CommitmentEvent.CommitmentMissed;
import io.redress.contracts.CommitmentEvent.MarginsStacked;
import io.redress.contracts.CooperationEvent.QuestionAnswered;
import io.redress.contracts.CooperationEvent.QuestionAsked;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DeviationEvent.ProgressOverdue;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Owner;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.OwnerDecisionRequested;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.contracts.SilenceEvent.WaitEscalated;
import io.redress.contracts.SilenceEvent.WaitReminded;
import io.redress.contracts.UrgencyEvent.UrgencyGranted;
import io.redress.contracts.UrgencyEvent.UrgencyRefused;
import io.redress.contracts.WaitEvent.RootBlockerChanged;
import io.redress.contracts.WaitEvent.WaitCycleFound;
import io.redress.department.domain.Charter;
import io.redress.department.domain.CharterContent;
import io.redress.department.domain.Charters;
import io.redress.department.domain.CommitmentCommand.JudgeCommitments;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentRules;
import io.redress.department.domain.Request;
import io.redress.department.domain.Speaker;
import io.redress.department.domain.UrgencyCommand.SettleUrgency;
import io.redress.department.domain.UrgencyCommand.Urge;
import io.redress.department.domain.UrgencyTerms;
import io.redress.department.domain.UrgencyWeek;
import io.redress.department.domain.UrgencyWeekCommand.Spend;
import io.redress.department.domain.Yardstick;
import io.redress.routing.domain.Complaint;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.Diagnosis;
import io.redress.routing.domain.OwnershipCommand.AssignRequest;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.WaitCommand.DecideWhoGoesFirst;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One run: complaints come, the rules say who is needed, desks work, and what waits is noted. Intake is not played: a
 * complaint arrives with its diagnosis. Nor are proposals: a case ends when the last department has answered.
 */
public final class Play {
    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");
    private static final Speaker CONSULTANT = new Speaker("Carla Consultant", true, Set.of());
    private static final Owner OWNER = new Owner("carla", "Carla Consultant", FRONT_DESK);
    private static final UrgencyTerms TERMS = new UrgencyTerms(Set.of("recall"), Set.of(), _ -> ZoneOffset.UTC);

    private static final int PROGRESS_MINUTES = 480;

    private final Organisation plan;
    private final Draws draws;
    private final Timeline timeline;
    private final WorkCalendar calendar;
    private final Charters charters;
    private final Services services;
    private final Ledger ledger;
    private final Finished finished = new Finished();
    private final Map<DepartmentCode, Desk> desks = new HashMap<>();
    private final Map<RequestId, Desk> deskOf = new HashMap<>();
    private final Map<RequestId, RequestId> helpsWith = new HashMap<>();
    private final Map<RequestId, String> natures = new HashMap<>();
    private final Map<DepartmentCode, Tally> tallies = new TreeMap<>(Comparator.comparing(DepartmentCode::value));
    private final Played.Counts counts = new Played.Counts();

    private Play(Organisation plan, long seed) {
        this.plan = plan;
        this.draws = new Draws(seed);
        this.timeline = new Timeline(plan.start());
        this.calendar = plan.worksIn();
        Departments registry = Registry.working(calendar);
        Map<DepartmentCode, DepartmentPlan> declared = new HashMap<>();
        plan.departments().forEach(it -> declared.put(it.code(), it));
        registry.all().forEach(it -> {
            DepartmentPlan own = declared.getOrDefault(it.code(), DepartmentPlan.usual(it.code()));
            desks.put(it.code(), new Desk(own, calendar, timeline, draws, this::say));
            tallies.put(it.code(), new Tally());
        });
        this.charters = Charters.of(
                desks.values().stream().map(it -> charter(it.plan())).toList());
        this.services = new Services(timeline, registry, charters, finished, this::seen);
        this.ledger = new Ledger(calendar, id -> {
            Desk desk = deskOf.get(id);
            Job job = desk == null ? null : desk.job(id);
            return job == null ? List.of() : job.worked;
        });
    }

    /** @throws Violation where something happens that never must, with the seed */
    public static Played of(Organisation plan, long seed) {
        Play play = new Play(plan, seed);
        try {
            return play.run();
        } catch (Violation found) {
            Violation named =
                    new Violation(found.getMessage() + " (at " + play.timeline.now() + ", seed " + seed + ")");
            named.initCause(found);
            throw named;
        }
    }

    private Charter charter(DepartmentPlan it) {
        CharterContent content = new CharterContent(
                null,
                null,
                null,
                plan.calendar(),
                it.capacity(),
                plan.urgent().allowance(),
                PROGRESS_MINUTES,
                null,
                null);
        return new Charter(it.code(), 1, content, calendar);
    }

    private Played run() {
        long began = System.nanoTime();
        arrive(0, plan.start());
        while (timeline.next()) {
            for (String id : services.touched()) {
                Invariants.check(id, services.routing(id), services.departments(id));
                if (Invariants.waitsOnItself(services.routing(id))) {
                    counts.onThemselves.add(id);
                }
                endIfDone(id);
            }
        }
        if (ledger.stillOpen() > 0) {
            throw new Violation("Expected all cases to end, but " + ledger.stillOpen() + " wait for ever");
        }
        Duration simulated = Duration.between(plan.start(), timeline.now());
        return new Played(tallies, ledger, counts, services.events(), simulated, (System.nanoTime() - began) / 1e9);
    }

    private void arrive(int number, Instant at) {
        SplittableRandom chance = draws.about("arrival", Integer.toString(number));
        double days = -Math.log(1 - chance.nextDouble()) / plan.casesPerDay();
        timeline.at(at.plusMillis(Math.round(days * 86_400_000)), () -> {
            CaseId id = new CaseId(new UUID(draws.seed(), number + 1L).toString());
            receive(id, nature(chance.nextDouble()));
            if (number + 1 < plan.cases()) {
                arrive(number + 1, timeline.now());
            }
        });
    }

    private String nature(double drawn) {
        double left =
                drawn * plan.natures().values().stream().mapToDouble(it -> it).sum();
        String last = "";
        for (Map.Entry<String, Double> it : plan.natures().entrySet()) {
            last = it.getKey();
            left -= it.getValue();
            if (left < 0) {
                break;
            }
        }
        return last;
    }

    private void receive(CaseId id, String nature) {
        ledger.received(id, timeline.now());
        Customer customer = new Customer("customer", Customer.Tier.STANDARD);
        must(services.tellRouting(
                id.value(),
                new HearComplaint(
                        new Complaint(id, OWNER, customer, "en", "It is about " + nature + ".", "simulator"))));
        must(services.tellRouting(
                id.value(),
                new Route(new Diagnosis(
                        List.of(new Hypothesis(nature, Cause.SERVICE_FAILURE, 0.9, List.of(), "simulator")),
                        false,
                        false))));
    }

    private static void must(boolean taken) {
        if (!taken) {
            throw new Violation("Expected a complaint to be taken, but it was refused");
        }
    }

    private boolean say(DepartmentReply reply) {
        return services.tellDepartments(reply.caseId().value(), new DepartmentCommand.Reply(reply));
    }

    private void endIfDone(String id) {
        if (services.routing(id) instanceof RoutingState.Routed routed
                && routed.waiting().asked().isEmpty()) {
            services.tellRouting(id, new EndCase(timeline.now()));
            ledger.ended(routed.routing().caseId(), timeline.now());
            services.touched();
        }
    }

    private void seen(CaseEvent event) {
        switch (event) {
            case RequestRaised it -> raised(it);
            case RequestAccepted it -> accepted(it);
            case RequestAnswered it -> answered(it);
            case RequestDeclined it -> {
                tally(it.department()).declined++;
                desk(it.department()).drop(it.requestId());
            }
            case RequestWithdrawn it -> {
                desk(it.department()).drop(it.requestId());
                goOn(it.requestId());
            }
            case OfferReturned it -> {
                if (it.requestId() != null && it.from().isDepartment()) {
                    desk(new DepartmentCode(it.from().id())).returned(it.requestId());
                }
            }
            case OwnershipMoved it -> {
                if (it.requestId() != null && it.from().isDepartment()) {
                    desk(new DepartmentCode(it.from().id())).drop(it.requestId());
                }
            }
            case OwnerDecisionRequested it ->
                later(() -> services.tellRouting(
                        it.caseId().value(),
                        new AssignRequest(
                                it.requestId(), it.declinedBy().getFirst(), "It was asked first.", "Sam Superior")));
            case QuestionAsked it -> asked(it);
            case QuestionAnswered it -> desk(it.department()).goOn(it.requestId());
            case RootBlockerChanged it -> ledger.heldUp(it);
            case WaitCycleFound it -> {
                counts.circles++;
                later(() -> services.tellRouting(
                        it.caseId().value(),
                        new DecideWhoGoesFirst(
                                it.cycleId(), it.requests().getFirst(), "It came first.", "Sam Superior")));
            }
            case WaitReminded it -> {
                if (it.waitedOn().isDepartment()) {
                    tally(new DepartmentCode(it.waitedOn().id())).reminded++;
                }
            }
            case WaitEscalated it -> escalated(it);
            case ProgressOverdue it -> tally(it.department()).progressOverdue++;
            case CommitmentKept it -> tally(it.department()).kept++;
            case CommitmentMissed it -> tally(it.department()).missed++;
            case MarginsStacked _ -> counts.stacked++;
            case UrgencyGranted it -> {
                counts.urgentGranted++;
                desk(it.department()).hurry(it.requestId());
            }
            case UrgencyRefused _ -> counts.urgentRefused++;
            default -> {}
        }
    }

    private void raised(RequestRaised it) {
        tally(it.department()).requests++;
        deskOf.put(it.requestId(), desk(it.department()));
        natures.put(it.requestId(), it.nature());
        if (it.parent() != null) {
            helpsWith.put(it.requestId(), it.parent());
        }
        if (it.offeredBy() != null) {
            desk(it.department()).offered(it.requestId());
        }
    }

    private void accepted(RequestAccepted it) {
        Job job = desk(it.department()).accepted(it);
        Double buffer = desk(it.department()).plan().habits().buffer();
        if (buffer != null) {
            promise(it, job, buffer);
        }
        if (!helpsWith.containsKey(it.requestId())
                && draws.happens(plan.urgent().share(), "urgent", it.requestId().value())) {
            job.shouted = true;
            if (plan.urgent().budget()) {
                timeline.at(timeline.now(), () -> urge(it));
            } else {
                desk(it.department()).hurry(it.requestId());
            }
        }
    }

    private void promise(RequestAccepted it, Job job, double buffer) {
        Duration usual = desk(it.department()).plan().work().p90();
        Duration working = Duration.ofSeconds(Math.round(usual.toSeconds() * buffer));
        Instant due =
                calendar.add(timeline.now(), working.compareTo(WorkCalendar.MOST) < 0 ? working : WorkCalendar.MOST);
        job.promisedFor = due;
        timeline.at(timeline.now(), () -> {
            boolean taken = say(new DepartmentReply.Commitment(
                    "promise",
                    it.requestId(),
                    it.department(),
                    it.department().value(),
                    "1",
                    "answer",
                    "The answer names what was found.",
                    due,
                    "UTC",
                    natures.getOrDefault(it.requestId(), "")));
            if (taken) {
                String caseId = it.caseId().value();
                services.tellDepartments(caseId, new JudgeCommitments(yardsticks(caseId)));
            } else {
                counts.promisesRefused++;
            }
        });
    }

    private Map<RequestId, Yardstick> yardsticks(String caseId) {
        Map<RequestId, Yardstick> all = new HashMap<>();
        for (Request it : DepartmentRules.caseOf(services.departments(caseId)).requests()) {
            Charter charter = charters.of(it.ask().department());
            finished.comparableTo(it.ask())
                    .ifPresent(usual -> all.put(
                            it.ask().id(),
                            new Yardstick(
                                    usual,
                                    calendar,
                                    charter.margin(),
                                    charter.capacity(),
                                    desk(it.ask().department()).free())));
        }
        return all;
    }

    /** The case asks, the week pays or refuses, and the case hears its word. */
    private void urge(RequestAccepted it) {
        String caseId = it.caseId().value();
        boolean taken = services.tellDepartments(
                caseId,
                new Urge(
                        it.requestId(),
                        it.department(),
                        "urge",
                        CONSULTANT,
                        "deadline",
                        "The customer waits for it.",
                        TERMS));
        if (!taken) {
            return;
        }
        DepartmentRules.caseOf(services.departments(caseId))
                .dealings()
                .urgencies()
                .untold()
                .forEach(urgency -> {
                    String week = UrgencyWeek.idOf(urgency.requester(), urgency.week());
                    int allowance = plan.urgent().allowance();
                    boolean granted = services.tellDepartments(week, new Spend(urgency, allowance));
                    int spent = services.departments(week) instanceof UrgencyWeek known ? known.spent() : 0;
                    services.tellDepartments(
                            caseId,
                            new SettleUrgency(
                                    urgency.requestId(), urgency.week(), granted, Math.max(0, allowance - spent)));
                });
    }

    private void answered(RequestAnswered it) {
        Desk desk = desk(it.department());
        Job job = desk.job(it.requestId());
        if (job != null) {
            Tally tally = tally(it.department());
            Duration working = job.worked.stream()
                    .map(span -> calendar.between(span.from(), span.to()))
                    .reduce(Duration.ZERO, Duration::plus);
            Duration attended = calendar.between(job.acceptedAt, it.answeredAt());
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
            finished.add(it.department(), attended);
        }
        desk.drop(it.requestId());
        goOn(it.requestId());
    }

    /** Whoever this helped can go on. */
    private void goOn(RequestId helped) {
        RequestId parent = helpsWith.get(helped);
        Desk desk = parent == null ? null : deskOf.get(parent);
        if (parent != null && desk != null) {
            desk.goOn(parent);
        }
    }

    private void asked(QuestionAsked it) {
        tally(it.department()).questions++;
        Speaker speaker = it.to().isDepartment()
                ? new Speaker(
                        it.to().id(), false, Set.of(new DepartmentCode(it.to().id())))
                : CONSULTANT;
        Duration until = plan.answersQuestions()
                .at(draws.gauss("question", it.requestId().value() + it.questionId()));
        timeline.at(
                calendar.add(timeline.now(), until),
                () -> services.tellDepartments(
                        it.caseId().value(),
                        new AnswerQuestion(it.caseId(), it.questionId(), speaker, "It is this one.", null)));
    }

    private void escalated(WaitEscalated it) {
        Party silent = it.waitedOn();
        if (!silent.isDepartment()) {
            return;
        }
        Tally tally = tally(new DepartmentCode(silent.id()));
        tally.escalated++;
        if (it.level() == WaitEscalated.Level.SUPERIOR && it.waitId().contains("-r")) {
            desk(new DepartmentCode(silent.id())).wake(new RequestId(it.waitId()));
        }
    }

    private void later(Runnable decision) {
        Duration until = plan.decides().at(draws.gauss("decision", Long.toString(services.events())));
        timeline.at(calendar.add(timeline.now(), until), decision);
    }

    private Desk desk(DepartmentCode code) {
        Desk desk = desks.get(code);
        if (desk == null) {
            throw new Violation("Expected a registered department, but " + code + " is asked");
        }
        return desk;
    }

    private Tally tally(DepartmentCode code) {
        return tallies.computeIfAbsent(code, _ -> new Tally());
    }
}
