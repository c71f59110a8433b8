package io.redress.resolution.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.CaseId;
import io.redress.contracts.IncidentId;
import io.redress.contracts.IncidentRemedyEvent.AccountNotRemedied;
import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import io.redress.contracts.IncidentRemedyEvent.Telling;
import io.redress.contracts.Remedy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account that an incident has affected. However many complaints it has made, it receives one remedy.
 *
 * @param listed whether somebody has named it, so that it is affected even without a complaint
 * @param untold its cases that have not heard how it ended, in the order of joining; at most {@value #MOST_CASES}
 */
public record AffectedAccount(IncidentId incidentId, String account, boolean listed, Stage stage, List<Untold> untold)
        implements IncidentRemedy {
    static final int MOST_CASES = 100;

    public AffectedAccount {
        untold = List.copyOf(untold);
    }

    /** How far its remedy is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Stage {}

    /** Nothing has been done yet. */
    public record Wanted() implements Stage {}

    /**
     * It may have left the house.
     *
     * @param unanswered how often nobody knew what became of it
     * @param askAt when it is asked
     */
    public record Ordered(Remedy remedy, int unanswered, Instant askAt) implements Stage {}

    /** It was carried out. */
    public record Done(Remedy remedy, String reference, Instant at) implements Stage {}

    /** It will never be carried out. */
    public record Refused() implements Stage {}

    /**
     * A case that has still to hear.
     *
     * @param telling what its customer hears in it
     */
    public record Untold(CaseId caseId, Telling telling) {}

    static AffectedAccount of(ResolutionState state, IncidentId incident, String account) {
        return state instanceof AffectedAccount known
                ? known
                : new AffectedAccount(incident, account, false, new Wanted(), List.of());
    }

    /** Whether a remedy is to be ordered for it as soon as there is one. */
    public boolean isWanting() {
        return stage instanceof Wanted && (listed || !untold.isEmpty());
    }

    /** Whether it is known how it ended. */
    public boolean isSettled() {
        return stage instanceof Done || stage instanceof Refused;
    }

    boolean knows(@Nullable CaseId caseId) {
        return caseId == null
                ? listed
                : untold.stream().anyMatch(it -> it.caseId().equals(caseId));
    }

    AffectedAccount affectedBy(@Nullable CaseId caseId) {
        if (caseId == null) {
            return new AffectedAccount(incidentId, account, true, stage, untold);
        }
        List<Untold> more = new ArrayList<>(untold);
        more.add(new Untold(caseId, isSettled() ? Telling.ALREADY_DONE : first()));
        return with(stage, more);
    }

    private Telling first() {
        return untold.isEmpty() ? Telling.DONE : Telling.TOLD_ELSEWHERE;
    }

    /** Whoever comes first in what is left tells it. */
    AffectedAccount without(CaseId caseId) {
        List<Untold> left = new ArrayList<>(
                untold.stream().filter(it -> !it.caseId().equals(caseId)).toList());
        if (!isSettled() && !left.isEmpty()) {
            left.set(0, new Untold(left.getFirst().caseId(), Telling.DONE));
        }
        return with(stage, left);
    }

    /** The case in which it is told; absent where there is none. */
    @Nullable
    CaseId tellingCase() {
        return untold.isEmpty() ? null : untold.getFirst().caseId();
    }

    AffectedAccount ordered(Remedy remedy, Instant answerBy) {
        return with(new Ordered(remedy, 0, answerBy), untold);
    }

    AffectedAccount unknown(Instant askAt) {
        return stage instanceof Ordered(var remedy, var unanswered, var _)
                ? with(new Ordered(remedy, unanswered + 1, askAt), untold)
                : this;
    }

    AffectedAccount neverOrdered() {
        return with(new Wanted(), untold);
    }

    AffectedAccount remedied(AccountRemedied done) {
        return with(new Done(done.remedy(), done.reference(), done.executedAt()), untold);
    }

    AffectedAccount refused(AccountNotRemedied refused) {
        return with(new Refused(), untold);
    }

    private AffectedAccount with(Stage next, List<Untold> cases) {
        return new AffectedAccount(incidentId, account, listed, next, cases);
    }
}
