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
import io.redress.routing.adapter.kafka.ReactToCharterEvents;
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
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Routing and departments with their real rules, and between them their real reactions: what one tells, the other hears
 * in the same instant and in the same order, as JSON.
 */
final class Services {
    private static final Set<String> HEARD = Set.of(Topics.ROUTING, Topics.DEPARTMENTS, Topics.CHARTERS);

    private final Timeline timeline;
    private final Consumer<CaseEvent> watcher;
    private final Hearing<DepartmentCommand> ofDepartments = Hearing.by(new ReactToRoutingEvents());
    private final Hearing<RoutingCommand> ofRouting = Hearing.by(new ReactToDepartmentEvents());
    private final Hearing<RoutingCommand> ofCharters = Hearing.by(new ReactToCharterEvents());
    private final Deque<Letter> letters = new ArrayDeque<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final Host<RoutingState, RoutingCommand, RoutingFact> routing;
    private final Host<DepartmentState, DepartmentCommand, DepartmentFact> departments;
    private long events;

    private record Letter(String id, Outgoing content, CaseEvent event) {}

    /** A reaction, and what it listens to. */
    private record Hearing<C>(Reaction<C> reaction, Set<String> types) {
        static <C> Hearing<C> by(Reaction<C> reaction) {
            return new Hearing<>(reaction, reaction.types());
        }
    }

    /** @param watcher sees every event after whoever reacts to it */
    Services(Timeline timeline, Departments registry, Charters charters, KnownWork work, Consumer<CaseEvent> watcher) {
        this.timeline = timeline;
        this.watcher = watcher;
        Departments under = registry.under(new KnownTerms(timeline, this::routing));
        this.routing = new Host<>(routing(under), (id, fact, content) -> post(id, event(fact), content));
        FollowingUp rules =
                new FollowingUp(new OpeningOffers(new DepartmentDecider(charters), charters, work), charters, work);
        this.departments = new Host<>(
                new DepartmentDefinition(new DepartmentRules(rules)),
                (id, fact, content) -> post(id, event(fact), content));
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

    /** The cases in which something happened since this was last asked, in that order. */
    List<String> touched() {
        List<String> since = List.copyOf(touched);
        touched.clear();
        return since;
    }

    /** What is told as it was decided; null where a fact is told in other words. */
    private static @Nullable CaseEvent event(RoutingFact fact) {
        return fact instanceof RoutingFact.Published(var event) ? event : null;
    }

    private static @Nullable CaseEvent event(DepartmentFact fact) {
        return fact instanceof DepartmentFact.Published(var event) ? event : null;
    }

    private void post(String id, @Nullable CaseEvent event, Outgoing content) {
        // A department's own topic repeats what routing says to all.
        if (HEARD.contains(content.topic())) {
            letters.add(new Letter(
                    id, content, event == null ? (CaseEvent) Wire.read(content.type(), content.payload()) : event));
        }
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
            switch (letter.content().topic()) {
                case Topics.ROUTING -> hear(letter, ofDepartments, departments);
                case Topics.DEPARTMENTS -> hear(letter, ofRouting, routing);
                default -> hear(letter, ofCharters, routing);
            }
            events++;
            watcher.accept(letter.event());
        }
    }

    private <C> void hear(Letter letter, Hearing<C> hearing, Host<?, C, ?> host) {
        Outgoing content = letter.content();
        if (!hearing.types().contains(content.type())) {
            return;
        }
        IncomingEvent event = new IncomingEvent(
                letter.id(),
                content.stream(),
                events + 1,
                content.topic(),
                content.type(),
                timeline.now(),
                "",
                content.payload());
        if (host.decide(letter.id(), hearing.reaction().command(event), timeline.now())
                instanceof Decision.Rejected<?>(String code, String why)) {
            throw new Violation(
                    "Expected no dead letter, but " + content.type() + " was refused: " + code + ", " + why);
        }
    }
}
