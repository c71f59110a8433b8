package io.redress.resolution.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.CaseId;
import io.redress.contracts.IncidentId;
import io.redress.contracts.IncidentRemedyEvent.AccountNotRemedied;
import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import io.redress.contracts.IncidentRemedyEvent.Telling;
import io.redress.contracts.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account that an incident has affected. However many complaints it has made, it receives one remedy.
 *
 * @param listed whether somebody has named it, so that it is affected even without a complaint
 * @param untold its cases that have not heard how it ended, in the order of joining; at most {@value #MOST_CASES}
 * @param counted as what the incident's tally has counted it; absent before it has
 */
public record AffectedAccount(
        IncidentId incidentId,
        String account,
        boolean listed,
        Stage stage,
        List<Untold> untold,
        @Nullable Counted counted)
        implements IncidentRemedy {
    static final int MOST_CASES = 100;

    public AffectedAccount {
        untold = List.copyOf(untold);
    }

    /** How far its remedy is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Stage {}

    /**
     * Nothing has left, as far as anybody knows.
     *
     * @param last the order that has not; absent where there was none
     * @param next before which it is not tried again; absent likewise
     */
    public record Wanted(@Nullable Attempt last, @Nullable Instant next) implements Stage {
        static final Wanted NEVER_TRIED = new Wanted(null, null);
    }

    /**
     * One of the orders of the same remedy.
     *
     * @param number from 1
     * @param orderedAt when the first one was made
     * @param doubtful whether an earlier one may have arrived
     */
    public record Attempt(int number, Instant orderedAt, boolean doubtful) {
        private static final int ENOUGH = 5;

        /**
         * Whether a refusal may only mean that an earlier one has arrived: after several, it is taken at its word.
         *
         * @param claim how long an order may be on its way
         */
        public boolean isInDoubt(Instant now, Duration claim) {
            return doubtful && (number <= ENOUGH || now.isBefore(orderedAt.plus(claim)));
        }
    }

    /**
     * It may have left the house.
     *
     * @param unanswered how often nobody knew what became of it
     * @param askAt when it is asked
     * @param attempt absent where it was ordered before attempts were counted
     */
    public record Ordered(
            Remedy remedy,
            int unanswered,
            Instant askAt,
            @Nullable Attempt attempt) implements Stage {
        /** Which order it is, so that a word about an earlier one is known as such. */
        public int number() {
            return attempt == null ? 0 : attempt.number();
        }
    }

    /** It was carried out. */
    public record Done(Remedy remedy, String reference, Instant at) implements Stage {}

    /** The customer receives as much by a choice made before, and not twice. */
    public record ByChoice(CaseId caseId) implements Stage {}

    /** It will never be carried out. */
    public record Refused() implements Stage {}

    /**
     * A case that has still to hear.
     *
     * @param telling what its customer hears in it
     */
    public record Untold(CaseId caseId, Telling telling) {}

    /**
     * What the tally has taken it for.
     *
     * @param number in which of its rounds
     * @param as absent where it is not counted any more
     */
    public record Counted(long number, @Nullable AccountStanding as) {}

    static AffectedAccount of(ResolutionState state, IncidentId incident, String account) {
        return state instanceof AffectedAccount known
                ? known
                : new AffectedAccount(incident, account, false, Wanted.NEVER_TRIED, List.of(), null);
    }

    /** Whether a remedy is to be ordered for it as soon as there is one. */
    public boolean isWanting() {
        return stage instanceof Wanted && (listed || !untold.isEmpty());
    }

    /** From when on it may be ordered. */
    public Instant wantedFrom() {
        return stage instanceof Wanted wanted && wanted.next() != null ? wanted.next() : Instant.EPOCH;
    }

    /** Whether somebody outside may have carried it out, and nobody has said so. */
    boolean mayHaveIt() {
        return stage instanceof Ordered || stage instanceof Wanted wanted && wanted.last() != null;
    }

    /** Whether it is known how it ended. */
    public boolean isSettled() {
        return stage instanceof Done || stage instanceof Refused || stage instanceof ByChoice;
    }

    /** Whether the tally has still to hear how far it is. */
    public boolean isUncounted() {
        return standing() != countedAs();
    }

    /** What the tally has to hear. */
    public RemedyTally.Recount recount() {
        return new RemedyTally.Recount(account, countedAs(), standing());
    }

    private @Nullable AccountStanding countedAs() {
        return counted == null ? null : counted.as();
    }

    /** How far it is; absent where the incident has not affected it after all. */
    @Nullable
    AccountStanding standing() {
        return switch (stage) {
            case Wanted _ -> isWanting() ? AccountStanding.WANTED : null;
            case Ordered ordered -> ordered.unanswered() == 0 ? AccountStanding.WANTED : AccountStanding.UNKNOWN;
            case Done _ ->
                untold.stream().anyMatch(it -> it.telling() == Telling.DONE)
                        ? AccountStanding.REMEDIED
                        : AccountStanding.TOLD;
            case ByChoice _ -> AccountStanding.CHOSEN;
            case Refused _ -> AccountStanding.REFUSED;
        };
    }

    /** Whether it has not heard of that round, or of a later one. */
    boolean wasCountedBefore(long number) {
        return counted == null || counted.number() < number;
    }

    AffectedAccount counted(long number, @Nullable AccountStanding as) {
        return new AffectedAccount(incidentId, account, listed, stage, untold, new Counted(number, as));
    }

    boolean knows(@Nullable CaseId caseId) {
        return caseId == null
                ? listed
                : untold.stream().anyMatch(it -> it.caseId().equals(caseId));
    }

    AffectedAccount affectedBy(@Nullable CaseId caseId) {
        if (caseId == null) {
            return new AffectedAccount(incidentId, account, true, stage, untold, counted);
        }
        List<Untold> more = new ArrayList<>(untold);
        more.add(new Untold(caseId, isSettled() ? Telling.ALREADY_DONE : first()));
        return with(stage, more);
    }

    private Telling first() {
        return untold.isEmpty() ? Telling.DONE : Telling.TOLD_ELSEWHERE;
    }

    /** A case was none of the incident's: whoever comes first in what is left tells it. */
    AffectedAccount released(CaseId caseId) {
        boolean telling = tells(caseId);
        List<Untold> left = new ArrayList<>(told(caseId).untold);
        if (telling && !left.isEmpty()) {
            left.set(0, new Untold(left.getFirst().caseId(), Telling.DONE));
        }
        return with(stage, left);
    }

    /** Whether the customer hears of it in this case, and has not yet. */
    boolean tells(CaseId caseId) {
        return untold.stream().anyMatch(it -> it.caseId().equals(caseId) && it.telling() == Telling.DONE);
    }

    /** A case has heard. */
    AffectedAccount told(CaseId caseId) {
        return with(
                stage, untold.stream().filter(it -> !it.caseId().equals(caseId)).toList());
    }

    /** The case in which it is told; absent where there is none. */
    @Nullable
    CaseId tellingCase() {
        return untold.isEmpty() ? null : untold.getFirst().caseId();
    }

    AffectedAccount ordered(Remedy remedy, Instant answerBy, Instant now) {
        Attempt last = stage instanceof Wanted wanted ? wanted.last() : null;
        Attempt next = last == null
                ? new Attempt(1, now, false)
                : new Attempt(last.number() + 1, last.orderedAt(), last.doubtful());
        return with(new Ordered(remedy, 0, answerBy, next), untold);
    }

    AffectedAccount unknown(Instant askAt) {
        return stage instanceof Ordered(var remedy, var unanswered, var _, var attempt)
                ? with(new Ordered(remedy, unanswered + 1, askAt, attempt), untold)
                : this;
    }

    /** @param asked whether the provider says so when asked, so that an order may still be on its way to it */
    AffectedAccount neverOrdered(boolean asked, Instant next) {
        Attempt last = stage instanceof Ordered ordered ? ordered.attempt() : null;
        return with(
                new Wanted(
                        last == null
                                ? new Attempt(1, next, asked)
                                : new Attempt(last.number(), last.orderedAt(), last.doubtful() || asked),
                        next),
                untold);
    }

    AffectedAccount remedied(AccountRemedied done) {
        return with(new Done(done.remedy(), done.reference(), done.executedAt()), untold);
    }

    AffectedAccount refused(AccountNotRemedied refused) {
        return with(new Refused(), untold);
    }

    AffectedAccount chosen(CaseId caseId) {
        return with(new ByChoice(caseId), untold);
    }

    private AffectedAccount with(Stage next, List<Untold> cases) {
        return new AffectedAccount(incidentId, account, listed, next, cases, counted);
    }
}
