package io.redress.resolution.domain;

import io.redress.contracts.ClosingEvent.ClosingPutOff;
import io.redress.contracts.ClosingEvent.DisputeBody;
import io.redress.contracts.ClosingEvent.OpenEnd;
import io.redress.contracts.IncidentRemedyEvent.CaseRemedied;
import io.redress.contracts.Limits;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.resolution.domain.ClosingFact.OriginLearned;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.Progress.Listening;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionFact.Published;
import io.redress.resolution.domain.regulation.Matter;
import io.redress.resolution.domain.regulation.Regulations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What goes out when all is done or a case ends: what may follow, by when, and who decides for a customer who does not agree. */
final class TellingTheEnd {
    private static final Duration PUT_OFF = Duration.ofDays(3);

    private final ProposalTerms terms;
    private final Regulations regulations;

    TellingTheEnd(ProposalTerms terms, Regulations regulations) {
        this.terms = terms;
        this.regulations = regulations;
    }

    /** What is told at the end says what may follow; what cannot end yet is put off. */
    ResolutionFact completed(ResolutionCase then, ResolutionFact fact, Instant now) {
        return switch (fact) {
            case Published(SolutionExecuted it) ->
                new Published(new SolutionExecuted(
                        it.caseId(),
                        it.optionId(),
                        it.title(),
                        it.executedAt(),
                        it.executedAt().plus(terms.wordAwaited())));
            case Published(CaseRemedied it)
            when isEndedByRemedy(then.progress()) ->
                new Published(new CaseRemedied(
                        it.caseId(),
                        it.incidentId(),
                        it.remedy(),
                        it.telling(),
                        it.reference(),
                        it.executedAt(),
                        it.notedAt(),
                        it.notedAt().plus(terms.wordAwaited())));
            case Published(CaseClosed it) -> {
                List<OpenEnd> open = Ending.open(then);
                yield open.isEmpty()
                        ? new Published(new CaseClosed(
                                it.caseId(),
                                it.reason(),
                                it.satisfied(),
                                it.words(),
                                it.closedAt(),
                                regulations.reopenableUntil(it.closedAt()),
                                dispute(then, it).orElse(null)))
                        : new Published(new ClosingPutOff(
                                it.caseId(),
                                open.stream().limit(Limits.OPEN_ENDS).toList(),
                                now.plus(PUT_OFF),
                                now));
            }
            default -> fact;
        };
    }

    /** What was chosen before stands beside the remedy of an incident, and what is over stays so. */
    private static boolean isEndedByRemedy(Progress progress) {
        return switch (progress) {
            case Gathering _, Listening _, Drafted _, Proposed _ -> progress.background() != null;
            case Paused(Progress beneath) -> isEndedByRemedy(beneath);
            case Executing _, Executed _, Closed _ -> false;
        };
    }

    private Optional<DisputeBody> dispute(ResolutionCase then, CaseClosed closed) {
        OriginLearned origin = then.assurances().closure().origin();
        Background background = then.background();
        return origin == null || background == null || isAgreed(then.progress(), closed)
                ? Optional.empty()
                : regulations.disputeBody(
                        new Matter(background.nature(), origin.country(), origin.product()), closed.closedAt());
    }

    /** Silence after all was done as chosen is agreement; silence after an offer is not. */
    private static boolean isAgreed(Progress progress, CaseClosed closed) {
        return switch (closed.reason()) {
            case CUSTOMERS_WORD -> !Boolean.FALSE.equals(closed.satisfied());
            case ANNOUNCED_EXPIRY -> progress instanceof Executed;
            case ANSWERED -> true;
        };
    }
}
