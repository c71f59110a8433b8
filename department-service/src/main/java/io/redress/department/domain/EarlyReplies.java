package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DepartmentReply.Help;
import io.redress.department.domain.Completeness.Look;
import io.redress.department.domain.DepartmentCase.EarlyReply;
import io.redress.department.domain.DepartmentFact.EarlyRepliesForgotten;
import io.redress.department.domain.DepartmentFact.EarlyReplyKept;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Replies that come before what they are about wait for it, but not for ever. */
final class EarlyReplies {
    /** More replies than this to requests we have not seen are not a delay, but a mistake of their sender. */
    static final int MOST = 20;
    /** Longer than any stall of ours; a request that has not come by then was never raised. */
    static final Duration KEPT_FOR = Duration.ofDays(1);

    private final Completeness completeness;
    private final Wanting.Hearing hearing;
    private final BiFunction<DepartmentCase, DepartmentFact, DepartmentCase> evolve;

    /** @param hearing how a reply is decided that is about something known */
    EarlyReplies(
            Completeness completeness,
            Wanting.Hearing hearing,
            BiFunction<DepartmentCase, DepartmentFact, DepartmentCase> evolve) {
        this.completeness = completeness;
        this.hearing = hearing;
        this.evolve = evolve;
    }

    Decision<DepartmentFact> keep(DepartmentCase state, DepartmentReply reply, Instant now) {
        if (state.early().stream().anyMatch(it -> it.reply().equals(reply))) {
            return nothing();
        }
        // What will be missing then is missing now.
        if (reply instanceof Help help) {
            Look look = completeness.look(state, help.from(), help.kind(), Helping.given(help));
            if (!look.fits()) {
                return Completeness.refuse(help.from(), look);
            }
        }
        return state.early().size() < MOST
                ? accept(new EarlyReplyKept(reply, now.plus(KEPT_FOR)))
                : reject(
                        "unknown-request",
                        "Expected a request that was raised, but " + MOST
                                + " replies wait already for requests of this case that nobody knows");
    }

    /** What came before what it is about is heard now, in the order in which it came. */
    List<DepartmentFact> andWhatCameEarly(DepartmentCase state, List<DepartmentFact> first, Instant now) {
        List<DepartmentFact> facts = new ArrayList<>(first);
        DepartmentCase at = first.stream().reduce(state, evolve, (_, last) -> last);
        for (EarlyReply early : state.early()) {
            if (!at.hasSubjectOf(early.reply())) {
                continue;
            }
            switch (hearing.hear(at, early.reply(), now)) {
                case Decision.Accepted<DepartmentFact>(var more) -> {
                    facts.addAll(more);
                    at = more.stream().reduce(at, evolve, (_, last) -> last);
                }
                // Say another department's: it would have been refused without coming early, too.
                case Decision.Rejected<DepartmentFact>(var code, var why) ->
                    facts.add(Refusing.later(early.reply(), code, why, now));
            }
        }
        return facts;
    }

    static List<DepartmentFact> forgotten(DepartmentCase state, Instant now) {
        List<DepartmentFact> facts = new ArrayList<>();
        state.early().stream()
                .filter(it -> !it.until().isAfter(now))
                .forEach(it -> facts.add(Refusing.neverRaised(it, now)));
        if (!facts.isEmpty()) {
            facts.add(new EarlyRepliesForgotten(now));
        }
        return facts;
    }
}
