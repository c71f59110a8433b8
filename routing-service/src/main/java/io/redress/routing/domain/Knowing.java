package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.KnowledgeEvent.KnownProblemLinked;
import io.redress.contracts.KnownAnswer;
import io.redress.contracts.Limits;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.knowledge.KnownProblems;
import io.redress.routing.domain.knowledge.ProblemMatch;
import io.redress.routing.domain.knowledge.Symptoms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is known already is said with the request and not found out again (R61). */
final class Knowing {
    private final Departments departments;
    private final KnownProblems problems;

    Knowing(Departments departments, KnownProblems problems) {
        this.departments = departments;
        this.problems = problems;
    }

    /** Where nobody is needed, nobody is asked because something is known, either. */
    Recognition recognise(Plan plan, Symptoms symptoms, CaseKnowledge before, Instant now) {
        return plan.parts().isEmpty() ? Recognition.none(symptoms) : recognise(symptoms, before, now);
    }

    private Recognition recognise(Symptoms symptoms, CaseKnowledge before, Instant now) {
        List<ProblemMatch> found = problems.matching(symptoms, now).stream()
                .filter(it -> departments.knows(it.problem().problem().department()))
                .toList();
        if (found.isEmpty()) {
            return Recognition.none(symptoms);
        }
        ProblemMatch best = found.getFirst();
        boolean linked = before.isLinked(best.problem().id());
        return linked || before.hasRoom()
                ? new Recognition(symptoms, best, others(found), !linked)
                : Recognition.none(symptoms);
    }

    private static List<String> others(List<ProblemMatch> found) {
        return found.stream()
                .skip(1)
                .limit(Limits.KNOWN)
                .map(it -> it.problem().id())
                .toList();
    }

    static Symptoms symptoms(Complaint complaint, Diagnosis diagnosis) {
        return new Symptoms(
                complaint.caseId(), complaint.customer(), complaint.language(), complaint.words(), natures(diagnosis));
    }

    static Symptoms symptoms(Routed routed, Diagnosis diagnosis) {
        return symptoms(routed, natures(diagnosis));
    }

    private static List<String> natures(Diagnosis diagnosis) {
        return diagnosis.problems().stream().map(it -> it.nature()).distinct().toList();
    }

    private static Symptoms symptoms(Routed routed, List<String> natures) {
        return new Symptoms(
                routed.routing().caseId(),
                routed.routing().customer(),
                routed.routing().language(),
                routed.words(),
                natures);
    }

    /** The customer may have named what could not be recognised before. */
    List<RoutingFact> afterMoreWords(Routed routed, Instant now) {
        if (routed.routing().lead() == null) {
            return List.of();
        }
        List<String> natures = Stream.concat(
                        Stream.of(routed.routing().nature()),
                        routed.requests().stream()
                                .filter(it -> !(it instanceof Request.Withdrawn))
                                .map(it -> it.ask().nature()))
                .distinct()
                .toList();
        Recognition known = recognise(symptoms(routed, natures), routed.knowledge(), now);
        return known.isNew() ? told(known, List.of(), routed.requests().size(), now) : List.of();
    }

    /**
     * The same facts with what is known: the request of the department whose problem it is has its answer, and where the
     * department has been asked before, it gets one more that has.
     *
     * @param before how many requests the case had
     */
    List<RoutingFact> told(Recognition known, List<RoutingFact> facts, int before, Instant now) {
        ProblemMatch match = known.match();
        if (match == null) {
            return facts;
        }
        List<RoutingFact> told = new ArrayList<>();
        List<RequestId> answered = new ArrayList<>();
        int raised = 0;
        for (RoutingFact fact : facts) {
            if (fact instanceof Published(RequestRaised it)) {
                raised++;
                if (answered.isEmpty() && isFor(it, match.problem().problem().department())) {
                    answered.add(it.requestId());
                    told.add(new Published(with(it, Recognition.answer(match))));
                    continue;
                }
            }
            told.add(fact);
        }
        if (!known.isNew()) {
            return told;
        }
        if (answered.isEmpty()) {
            RequestRaised more = more(known.symptoms(), match, before + raised + 1, now);
            answered.add(more.requestId());
            told.add(new Published(more));
        }
        told.add(new Published(new KnownProblemLinked(
                known.symptoms().caseId(),
                match.problem().id(),
                match.problem().problem().title(),
                answered,
                match.reason(),
                known.others(),
                now)));
        return told;
    }

    private static boolean isFor(RequestRaised request, DepartmentCode department) {
        return request.department().equals(department) && request.kind() != RequestKind.EXECUTION;
    }

    private RequestRaised more(Symptoms symptoms, ProblemMatch match, int number, Instant now) {
        DepartmentCode department = match.problem().problem().department();
        return new RequestRaised(
                symptoms.caseId(),
                RequestId.of(symptoms.caseId(), number),
                department,
                Recognition.kind(match),
                match.nature(),
                Recognition.subject(match),
                symptoms.words(),
                symptoms.language(),
                null,
                now,
                departments.dueAt(department, now),
                null,
                null,
                Recognition.answer(match));
    }

    private static RequestRaised with(RequestRaised it, KnownAnswer answer) {
        return new RequestRaised(
                it.caseId(),
                it.requestId(),
                it.department(),
                it.kind(),
                it.nature(),
                it.subject(),
                it.words(),
                it.language(),
                it.stepId(),
                it.raisedAt(),
                it.dueAt(),
                it.parent(),
                it.offeredBy(),
                answer);
    }
}
