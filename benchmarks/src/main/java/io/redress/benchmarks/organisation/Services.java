package io.redress.benchmarks.organisation;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.chassis.decide.Decision;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Outgoing;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.department.adapter.kafka.ReactToRoutingEvents;
import io.redress.department.application.DepartmentDefinition;
import io.redress.department.domain.Charters;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentDecider;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentRules;
import io.redress.department.domain.DepartmentState;
import io.redress.department.domain.FollowingUp;
import io.redress.department.domain.KnownWork;
import io.redress.department.domain.OpeningOffers;
import io.redress.routing.adapter.kafka.ReactToDepartmentEvents;
import io.redress.routing.application.KnownAbsences;
import io.redress.routing.application.RoutingDefinition;
import io.redress.routing.application.RoutingMeters;
import io.redress.routing.domain.Attendance;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.IncidentTerms;
import io.redress.routing.domain.OfferTerms;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingDecider;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.SilenceSpeaks;
import io.redress.routing.domain.WaitingRules;
import io.redress.routing.domain.knowledge.KnownProblems;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Routing and departments with their real rules, and between them their real reactions: what one tells, the other hears
 * in the same instant and in the same order, as JSON.
 */
final class Services {
    private final Timeline timeline;
    private final Consumer<CaseEvent> watcher;
    private final Reaction<DepartmentCommand> ofDepartments = new ReactToRoutingEvents();
    private final Reaction<RoutingCommand> ofRouting = new ReactToDepartmentEvents();
    private final Deque<Letter> letters = new ArrayDeque<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final Host<RoutingState, RoutingCommand, RoutingFact> routing;
    private final Host<DepartmentState, DepartmentCommand, DepartmentFact> departments;
    private long events;

    private record Letter(String caseId, Outgoing content) {}

    /** @param watcher sees every event after whoever reacts to it */
    Services(Timeline timeline, Departments registry, Charters charters, KnownWork work, Consumer<CaseEvent> watcher) {
        this.timeline = timeline;
        this.watcher = watcher;
        this.routing = new Host<>(routing(registry), this::post);
        FollowingUp rules =
                new FollowingUp(new OpeningOffers(new DepartmentDecider(charters), charters, work), charters, work);
        this.departments = new Host<>(new DepartmentDefinition(new DepartmentRules(rules)), this::post);
    }

    private static RoutingDefinition routing(Departments registry) {
        OfferTerms offers = OfferTerms.inWorkingTime(registry, new Attendance(registry));
        RoutingDecider rules = new RoutingDecider(
                registry, Registry.table(registry), offers, KnownProblems.NONE, IncidentTerms.standard());
        return new RoutingDefinition(
                new WaitingRules(rules, registry, registry::commonSuperiorOf),
                new RoutingMeters(new SimpleMeterRegistry()),
                new SilenceSpeaks(registry),
                new KnownAbsences());
    }

    /** How many events were told so far. */
    long events() {
        return events;
    }

    RoutingState routing(String caseId) {
        return routing.state(caseId);
    }

    DepartmentState departments(String id) {
        return departments.state(id);
    }

    /** Whether it was taken. */
    boolean tellRouting(String caseId, RoutingCommand command) {
        return done(caseId, routing.decide(caseId, command, timeline.now()));
    }

    /** Whether it was taken. */
    boolean tellDepartments(String id, DepartmentCommand command) {
        return done(id, departments.decide(id, command, timeline.now()));
    }

    /** The cases in which something happened since this was last asked. */
    Set<String> touched() {
        Set<String> since = Set.copyOf(touched);
        touched.clear();
        return since;
    }

    private void post(String caseId, Outgoing content) {
        letters.add(new Letter(caseId, content));
    }

    private boolean done(String id, Decision<?> decision) {
        touched.add(id);
        deliver();
        wakeWhenDue(id);
        return decision instanceof Decision.Accepted<?>;
    }

    private void wakeWhenDue(String id) {
        routing.newlyDue(id)
                .ifPresent(due -> timeline.at(due, () -> {
                    routing.wake(id, timeline.now());
                    done(id, Decision.nothing());
                }));
        departments
                .newlyDue(id)
                .ifPresent(due -> timeline.at(due, () -> {
                    departments.wake(id, timeline.now());
                    done(id, Decision.nothing());
                }));
    }

    private void deliver() {
        for (Letter letter = letters.poll(); letter != null; letter = letters.poll()) {
            Outgoing content = letter.content();
            switch (content.topic()) {
                case Topics.ROUTING -> hear(letter, ofDepartments, departments);
                case Topics.DEPARTMENTS -> hear(letter, ofRouting, routing);
                // A department's own topic repeats what routing says to all.
                default -> {
                    continue;
                }
            }
            events++;
            watcher.accept((CaseEvent) Wire.read(content.type(), content.payload()));
        }
    }

    private <C> void hear(Letter letter, Reaction<C> reaction, Host<?, C, ?> host) {
        Outgoing content = letter.content();
        IncomingEvent event = new IncomingEvent(
                letter.caseId(),
                content.stream(),
                events + 1,
                content.topic(),
                content.type(),
                timeline.now(),
                "",
                content.payload());
        if (reaction.concerns(event)
                && host.decide(letter.caseId(), reaction.command(event), timeline.now())
                        instanceof Decision.Rejected<?>(String code, String why)) {
            throw new Violation(
                    "Expected no dead letter, but " + content.type() + " was refused: " + code + ", " + why);
        }
    }
}
