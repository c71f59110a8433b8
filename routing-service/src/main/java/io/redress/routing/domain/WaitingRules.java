package io.redress.routing.domain;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.chassis.decide.SurroundingRules;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Owner;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.WaitEvent.RootBlockerChanged;
import io.redress.contracts.WaitEvent.WaitCycleBroken;
import io.redress.contracts.WaitEvent.WaitCycleFound;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.WaitCircles.Found;
import io.redress.routing.domain.Waiting.Asked;
import io.redress.routing.domain.Waiting.Blocker;
import io.redress.routing.domain.Waiting.Circle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules of routing, and after each of their decisions what it means for those who wait: help that nobody needs any
 * more is released, circles are found and gone, and what holds the case up is said where it is another now. In the same
 * decision, so that none of it is missed or said twice (R62, R63).
 */
public final class WaitingRules extends SurroundingRules<RoutingState, RoutingCommand, RoutingFact> {
    private final Departments departments;
    private final Superiors superiors;
    private final WaitSentence sentence;

    public WaitingRules(
            Decider<RoutingState, RoutingCommand, RoutingFact> rules, Departments departments, Superiors superiors) {
        super(rules);
        this.departments = departments;
        this.superiors = superiors;
        this.sentence = new WaitSentence(departments);
    }

    @Override
    public Decision<RoutingFact> decide(RoutingState state, RoutingCommand command, Instant now) {
        return switch (rules.decide(state, command, now)) {
            case Decision.Rejected<RoutingFact> rejected -> rejected;
            case Decision.Accepted<RoutingFact>(var facts) when facts.isEmpty() -> Decision.nothing();
            case Decision.Accepted<RoutingFact>(var facts) -> Decision.accept(told(state, facts, now));
        };
    }

    private List<RoutingFact> told(RoutingState before, List<RoutingFact> facts, Instant now) {
        RoutingState after = rules.evolveAll(before, facts);
        Optional<CaseId> caseId = RoutingState.caseId(after);
        Optional<Owner> owner = after.caseOwner();
        if (caseId.isEmpty() || owner.isEmpty()) {
            return facts;
        }
        Waiting was = RoutingState.waiting(before);
        if (was.equals(RoutingState.waiting(after)) && owner.equals(before.caseOwner())) {
            // All of it follows from these, and was said when they came to be so.
            return facts;
        }
        Telling telling = new Telling(caseId.get(), was, facts, now);
        telling.releaseHelp();
        Collection<Found> circles = telling.circles();
        telling.blocker(Party.consultant(owner.get().id()), circles);
        return telling.facts;
    }

    /** One decision, and what it means for those who wait. */
    private final class Telling {
        private final CaseId caseId;
        private final Instant now;
        private final List<RoutingFact> facts = new ArrayList<>();
        private Waiting waiting;

        Telling(CaseId caseId, Waiting before, List<RoutingFact> decided, Instant now) {
            this.caseId = caseId;
            this.now = now;
            this.waiting = before;
            decided.forEach(this::tell);
        }

        private void tell(RoutingFact fact) {
            facts.add(fact);
            waiting = WaitingEvolution.after(waiting, fact);
        }

        /** Until all that is left helps with something that is still open. */
        void releaseHelp() {
            for (Optional<Asked> idle = idle(); idle.isPresent(); idle = idle()) {
                tell(WaitRules.withdrawn(idle.get(), "What it would have helped with does not need it any more.", now));
            }
        }

        private Optional<Asked> idle() {
            return waiting.asked().stream()
                    .filter(it -> it.parent() != null && waiting.asked(it.parent()) == null)
                    .findFirst();
        }

        /** All that there are now. */
        Collection<Found> circles() {
            Map<String, Found> there = WaitCircles.in(waiting);
            for (Circle circle : waiting.circles()) {
                if (!there.containsKey(circle.id())) {
                    tell(new Published(new WaitCycleBroken(caseId, circle.id(), now)));
                }
            }
            for (Found found : there.values()) {
                if (waiting.circle(found.id()) == null) {
                    tell(new Published(found(found)));
                }
            }
            return there.values();
        }

        private WaitCycleFound found(Found circle) {
            DepartmentCode superior = superiors.commonOf(circle.departments());
            return new WaitCycleFound(
                    caseId,
                    circle.id(),
                    circle.ids(),
                    circle.departments().stream().map(Party::department).toList(),
                    superior,
                    now,
                    departments.dueAt(superior, now));
        }

        void blocker(Party consultant, Collection<Found> circles) {
            List<Wait> path = WaitGraph.of(consultant, waiting, circles).criticalPath();
            Blocker before = waiting.told();
            Blocker blocker = WaitGraph.endOf(path).orElse(null);
            if (!Objects.equals(before, blocker)) {
                Party from = before == null ? null : before.party();
                Party to = blocker == null ? null : blocker.party();
                RequestId requestId = blocker == null ? null : blocker.requestId();
                tell(new Published(new RootBlockerChanged(caseId, from, to, requestId, sentence.of(path), now)));
            }
        }
    }
}
