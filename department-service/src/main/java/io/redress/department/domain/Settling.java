package io.redress.department.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CommitmentEvent.CommitmentKept;
import io.redress.contracts.CommitmentEvent.CommitmentMissed;
import io.redress.contracts.CommitmentEvent.CommitmentReleased;
import io.redress.contracts.CommitmentEvent.Part;
import io.redress.department.domain.Commitment.End.Delivered;
import io.redress.department.domain.Commitment.End.HandedOn;
import io.redress.department.domain.Commitment.End.Released;
import io.redress.department.domain.CommitmentFact.EndNoted;
import io.redress.department.domain.CommitmentFact.MissNoted;
import io.redress.department.domain.Cooperation.Question;
import io.redress.department.domain.DepartmentFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What whatever happens means for what is promised: a date is missed in the instant after it, and an answer keeps a promise
 * or does not. The time in which a department waits for an answer to its own question moves every date (R94).
 */
public final class Settling {
    /** On time is also what is delivered in the very instant, so the next one is too late. */
    private static final int INSTANT = 1;

    private Settling() {}

    /** The decision with what follows from it for promises. */
    static Decision<DepartmentFact> with(
            DepartmentCase state,
            Decision<DepartmentFact> decision,
            Instant now,
            BiFunction<DepartmentCase, DepartmentFact, DepartmentCase> evolve) {
        if (!(decision instanceof Decision.Accepted<DepartmentFact>(var facts))) {
            return decision;
        }
        DepartmentCase next = state;
        for (DepartmentFact fact : facts) {
            next = evolve.apply(next, fact);
        }
        List<DepartmentFact> more = new ArrayList<>();
        for (Commitment commitment : next.dealings().commitments().live().toList()) {
            more.addAll(of(next, commitment, now));
        }
        return more.isEmpty()
                ? decision
                : Decision.accept(Stream.concat(facts.stream(), more.stream()).toList());
    }

    private static List<DepartmentFact> of(DepartmentCase state, Commitment commitment, Instant now) {
        Request request = state.request(commitment.requestId());
        Dates dates = new Dates(commitment, state.cooperation().questionsAbout(commitment.requestId()));
        return switch (request) {
            case Request.Answered answered -> delivered(dates, answered);
            case Request.Declined declined -> missed(dates, Part.FULL, declined.at(), new HandedOn(declined.at()));
            case Request.Withdrawn withdrawn -> released(commitment, withdrawn);
            case Request.Open _, Request.Incomplete _, Request.Offered _, Request.OnOffer _ -> passed(dates, now);
            case null -> List.of();
        };
    }

    /** What was missed before a promise is corrected stays missed, even where nobody has noticed yet. */
    static List<DepartmentFact> passed(DepartmentCase state, Commitment commitment, Instant until) {
        return passed(new Dates(commitment, state.cooperation().questionsAbout(commitment.requestId())), until);
    }

    private static List<DepartmentFact> passed(Dates dates, Instant until) {
        List<DepartmentFact> facts = new ArrayList<>();
        for (Part part : dates.open()) {
            if (dates.isLate(part, until)) {
                facts.addAll(missed(dates, part, dates.passes(part, until), null));
            }
        }
        return facts;
    }

    private static List<DepartmentFact> missed(Dates dates, Part part, Instant at, Commitment.@Nullable End end) {
        Commitment commitment = dates.commitment();
        List<DepartmentFact> facts = new ArrayList<>();
        facts.add(new MissNoted(commitment.id(), part, at));
        if (end != null) {
            facts.add(new EndNoted(commitment.id(), end));
        }
        facts.add(new Published(new CommitmentMissed(
                commitment.requestId().caseId(),
                commitment.requestId(),
                commitment.id(),
                commitment.department(),
                part,
                dates.due(part),
                at)));
        return facts;
    }

    private static List<DepartmentFact> delivered(Dates dates, Request.Answered answered) {
        Commitment commitment = dates.commitment();
        Instant at = answered.at();
        String quantity = quantity(commitment, answered);
        List<DepartmentFact> facts = new ArrayList<>(passed(dates, at));
        boolean first = Quantities.reaches(quantity, commitment.reply().quantity());
        boolean last = Quantities.reaches(quantity, commitment.quantity());
        Delivered end = new Delivered(
                at,
                quantity,
                first && !dates.isLate(commitment.requestedFor(), commitment.madeAt(), at),
                first && !dates.isMissed(Part.ORIGINAL, at),
                last && !dates.isMissed(Part.LATEST, at),
                StoodStill.between(dates.questions(), commitment.madeAt(), at).toSeconds());
        if (last) {
            facts.add(new EndNoted(commitment.id(), end));
        } else {
            facts.addAll(missed(dates, Part.FULL, at, end));
        }
        if (end.asLastPromised()) {
            facts.add(new Published(new CommitmentKept(
                    commitment.requestId().caseId(),
                    commitment.requestId(),
                    commitment.id(),
                    commitment.department(),
                    quantity,
                    end.asRequested(),
                    end.asFirstPromised(),
                    at)));
        }
        return facts;
    }

    /** What was tried in vain delivers nothing; who names no quantity has delivered all that was promised last. */
    private static String quantity(Commitment commitment, Request.Answered answered) {
        String delivered = answered.reply().delivered();
        return !answered.reply().done() ? "0" : delivered == null ? commitment.quantity() : delivered;
    }

    private static List<DepartmentFact> released(Commitment commitment, Request.Withdrawn withdrawn) {
        return List.of(
                new EndNoted(commitment.id(), new Released(withdrawn.at(), withdrawn.reason())),
                new Published(new CommitmentReleased(
                        commitment.requestId().caseId(),
                        commitment.requestId(),
                        commitment.id(),
                        commitment.department(),
                        withdrawn.reason(),
                        withdrawn.at())));
    }

    /** When the next date of a promise passes, if nothing happens; a clock that stands still passes none. */
    public static Optional<Instant> nextDue(DepartmentCase state) {
        return state.dealings()
                .commitments()
                .live()
                .flatMap(it -> {
                    Dates dates = new Dates(it, state.cooperation().questionsAbout(it.requestId()));
                    return dates.open().stream().flatMap(part -> Stream.ofNullable(dates.passes(part)));
                })
                .min(Instant::compareTo)
                .map(it -> it.plusMillis(INSTANT));
    }

    /** The dates of a promise, and when they pass. */
    private record Dates(Commitment commitment, List<Question> questions) {
        /** Those that may still be missed. */
        List<Part> open() {
            return Stream.of(Part.ORIGINAL, Part.LATEST)
                    .filter(it -> it == Part.ORIGINAL || commitment.hasMoved())
                    .filter(it -> !commitment.hasMissed(it))
                    .toList();
        }

        Instant due(Part part) {
            return part == Part.ORIGINAL ? commitment.reply().dueAt() : commitment.dueAt();
        }

        private Instant said(Part part) {
            return part == Part.ORIGINAL ? commitment.madeAt() : commitment.dueSaidAt();
        }

        @Nullable
        Instant passes(Part part) {
            return StoodStill.passes(questions, due(part), said(part));
        }

        /** When it passed that has passed by then. */
        Instant passes(Part part, Instant by) {
            Instant passed = passes(part);
            return passed == null || passed.isAfter(by) ? by : passed;
        }

        boolean isLate(Part part, Instant at) {
            return isLate(due(part), said(part), at);
        }

        boolean isLate(Instant due, Instant saidAt, Instant at) {
            return at.minus(StoodStill.between(questions, saidAt, at)).isAfter(due);
        }

        boolean isMissed(Part part, Instant at) {
            return commitment.hasMissed(part) || isLate(part, at);
        }
    }
}
