package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CommitmentEvent.CommitmentCorrected;
import io.redress.contracts.DeviationEvent.DeviationReported;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.department.domain.Commitment.Correction;
import io.redress.department.domain.CommitmentCommand.CorrectCommitment;
import io.redress.department.domain.CommitmentFact.CorrectionNoted;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.Negotiation.Offer;
import io.redress.department.domain.RequestContract.Flaw;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is promised is corrected, openly (R133): by the department, or because another date is agreed or it has said that
 * the date cannot be kept. What was promised first stays known, and what was missed before stays missed.
 */
final class Correcting {
    private Correcting() {}

    static Decision<DepartmentFact> correct(DepartmentCase state, CorrectCommitment command, Instant now) {
        Commitment commitment = state.dealings().commitments().get(command.commitmentId());
        if (commitment == null
                || !commitment.requestId().equals(command.requestId())
                || !commitment.department().equals(command.department())) {
            return reject("unknown-commitment", "Expected a commitment of yours, but got " + command.commitmentId());
        }
        if (commitment.hasEnded()) {
            return reject("ended", "Expected a commitment that is still to be kept, but it has ended");
        }
        if (commitment.corrections().size() >= Commitment.MOST_CORRECTIONS) {
            return reject(
                    "too-many-corrections",
                    "Expected at most " + Commitment.MOST_CORRECTIONS + " corrections, but there are as many already");
        }
        List<Flaw> flaws = command.flaws(commitment, now);
        if (!flaws.isEmpty()) {
            return reject("no-correction", Committing.sentences(flaws));
        }
        Correction correction = new Correction(
                command.dimension(),
                command.reason(),
                command.dueAt() == null ? commitment.dueAt() : command.dueAt(),
                command.quantity() == null ? commitment.quantity() : command.quantity(),
                command.by(),
                now,
                null);
        return accept(corrected(state, commitment, correction));
    }

    /** The date that both sides hold is the promised one, unless it was brought forward and sooner was promised. */
    static List<DepartmentFact> agreed(DepartmentCase state, Request.Ask ask, Offer offer, String by, Instant now) {
        String reason = offer.expectation().reason();
        return moved(
                state,
                ask,
                offer.expectation().dueAt(),
                new Why(Dimension.TIME, reason == null ? "Both sides have agreed on it." : reason, by, offer.id()),
                now);
    }

    /** Who says that a date cannot be kept, and which one can, says it of the promise, too. */
    static List<DepartmentFact> deviated(DepartmentCase state, Request.Ask ask, DeviationReported event) {
        Instant dueAt = event.newDueAt();
        return dueAt == null
                ? List.of()
                : moved(
                        state,
                        ask,
                        dueAt,
                        new Why(event.dimension(), event.reason(), event.by(), event.deviationId()),
                        event.reportedAt());
    }

    /** @param follows what it follows from */
    private record Why(Dimension dimension, String reason, String by, String follows) {}

    private static List<DepartmentFact> moved(
            DepartmentCase state, Request.Ask ask, Instant dueAt, Why why, Instant now) {
        Commitment commitment = state.dealings().commitments().about(ask.id()).orElse(null);
        if (commitment == null
                || commitment.hasEnded()
                || commitment.corrections().size() >= Commitment.MOST_CORRECTIONS
                || isKeptWith(commitment, ask.dueAt(), dueAt)) {
            return List.of();
        }
        return corrected(
                state,
                commitment,
                new Correction(
                        why.dimension(), why.reason(), dueAt, commitment.quantity(), why.by(), now, why.follows()));
    }

    private static boolean isKeptWith(Commitment commitment, Instant before, Instant dueAt) {
        return commitment.dueAt().equals(dueAt)
                || dueAt.isBefore(before) && commitment.dueAt().isBefore(dueAt);
    }

    private static List<DepartmentFact> corrected(DepartmentCase state, Commitment commitment, Correction correction) {
        List<DepartmentFact> facts = new ArrayList<>(Settling.passed(state, commitment, correction.at()));
        facts.add(new CorrectionNoted(commitment.id(), correction));
        facts.add(new Published(told(commitment, correction)));
        return facts;
    }

    private static CommitmentCorrected told(Commitment commitment, Correction correction) {
        return new CommitmentCorrected(
                commitment.requestId().caseId(),
                commitment.requestId(),
                commitment.id(),
                commitment.department(),
                correction.dimension(),
                correction.reason(),
                commitment.reply().dueAt(),
                commitment.dueAt(),
                correction.dueAt(),
                commitment.reply().quantity(),
                correction.quantity(),
                correction.by(),
                correction.at(),
                correction.follows());
    }
}
