package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.Cause;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.contracts.IntakeEvent.DiagnosisRevised.Reason;
import io.redress.contracts.IntakeEvent.StepDeviated;
import io.redress.intake.domain.ConversationCommand.CorrectDiagnosis;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.Status;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A diagnosis is revised when new evidence comes or a person knows better (R6); history stays. */
final class Revising {
    /** A diagnosis that changes more often than this does not help anybody. */
    private static final int MOST_REVISIONS = 100;
    /** A further problem counts only where it is more likely than not, as for routing. */
    private static final double MORE_LIKELY_THAN_NOT = 0.5;

    private final Messages messages;
    private final Promises promises;

    Revising(Messages messages, Promises promises) {
        this.messages = messages;
        this.promises = promises;
    }

    /** A consultant's word stands above the rules'. */
    Decision<IntakeFact> correct(Filed filed, CorrectDiagnosis command, Instant now) {
        if (filed.progress().status() == Status.CLOSED) {
            return Decision.reject("already-closed", "Expected an open case, but it is closed");
        }
        if (isDecided(filed)) {
            return Decision.reject(
                    "already-chosen", "Expected a case in which nothing is chosen yet, but the customer has chosen");
        }
        Hypothesis corrected =
                new Hypothesis(command.nature(), cause(filed, command), 1, List.of(), "corrected-by-consultant");
        if (filed.diagnosis().hypotheses().equals(List.of(corrected))) {
            return Decision.nothing();
        }
        if (!mayRevise(filed)) {
            return Decision.reject(
                    "too-many-revisions",
                    "Expected at most " + MOST_REVISIONS + " revisions of a diagnosis, but this would be one more");
        }
        DiagnosisRevised revised =
                revised(filed, List.of(corrected), Reason.CORRECTED, command.reason(), command.by(), now);
        return Decision.accept(andItsConsequences(filed, revised, now));
    }

    /** The revision, the step that is taken again for it, and the answer to a customer whom we had asked. */
    List<IntakeFact> andItsConsequences(Filed filed, DiagnosisRevised revised, Instant now) {
        List<IntakeFact> facts = new ArrayList<>();
        facts.add(new Published(revised));
        facts.add(new Published(
                new StepDeviated(revised.caseId(), StepDeviated.Move.REVISITED, "identify", revised.because(), now)));
        ComplaintDiagnosed understood = applied(filed.diagnosis(), revised);
        Instant by = now.plus(promises.firstUpdate());
        if (Outlook.isQuestion(understood) && filed.conversation().contacts().wish() == null) {
            int number = filed.conversation().contacts().wishes() + 1;
            facts.add(new Published(Contacting.toAnswer(understood, filed.complaint(), number, now, by)));
        }
        if (Clarifying.isAwaited(filed)) {
            Next next = Outlook.of(understood, by);
            facts.add(new MovedOn(filed.progress()
                    .at(filed.progress().step(), filed.progress().status(), next)));
            facts.add(messages.about(
                    filed.with(understood),
                    isUnclear(understood) ? new Occasion.UnderstoodAnew(by) : new Occasion.Received(by),
                    revised.caseId() + ":intake:" + Conversing.nextSequence(filed),
                    "revision-" + revised.revision(),
                    now));
        }
        return facts;
    }

    private static boolean isUnclear(ComplaintDiagnosed diagnosis) {
        return diagnosis.hypotheses().getFirst().nature().equals("unclear");
    }

    /** Once the customer has chosen, the choice stands; what the diagnosis was good for is over. */
    static boolean isDecided(Filed filed) {
        return filed.progress().step().compareTo(Step.EXECUTE) >= 0;
    }

    static boolean mayRevise(Filed filed) {
        return filed.conversation().revision() < MOST_REVISIONS;
    }

    /**
     * Whether what is understood now calls for something else than before. Kind or angry words that come later do not undo
     * a problem: only a person may say that there is none.
     */
    static boolean isMaterial(ComplaintDiagnosed before, Diagnosis now) {
        boolean hadWork = Outlook.createsWork(before.hypotheses().getFirst().cause());
        if (hadWork && !Outlook.createsWork(now.cause())) {
            return false;
        }
        return !problems(before.hypotheses()).equals(problems(now.hypotheses()))
                || now.publicImpact() && !before.publicImpact()
                || now.crisis() && !before.crisis()
                || isMore(now.largestAmount(), before.largestAmount());
    }

    /** How much money it is about decides who has to agree to a solution. */
    private static boolean isMore(@Nullable Long now, @Nullable Long before) {
        return now != null && (before == null || now > before);
    }

    private static Set<String> problems(List<Hypothesis> hypotheses) {
        Set<String> problems = new HashSet<>();
        problems.add(hypotheses.getFirst().nature());
        hypotheses.stream()
                .skip(1)
                .filter(it -> it.confidence() > MORE_LIKELY_THAN_NOT)
                .forEach(it -> problems.add(it.nature()));
        return problems;
    }

    /** What was not understood this time leaves what was understood before. */
    static DiagnosisRevised revised(
            Filed filed, Diagnosis found, double mood, Reason reason, String because, Instant now) {
        ComplaintDiagnosed before = filed.diagnosis();
        if (found.isNone()) {
            return revised(filed, before.hypotheses(), reason, because, null, now);
        }
        return new DiagnosisRevised(
                before.caseId(),
                filed.conversation().revision() + 1,
                found.hypotheses(),
                mood,
                before.publicImpact() || found.publicImpact(),
                before.crisis() || found.crisis(),
                reason,
                because,
                null,
                found.rulesVersion(),
                now,
                found.severity(),
                Boolean.TRUE.equals(before.massOutage()) || found.massOutage(),
                found.largestAmount() == null ? before.largestAmount() : found.largestAmount());
    }

    static DiagnosisRevised revised(
            Filed filed, List<Hypothesis> hypotheses, Reason reason, String because, Instant now) {
        return revised(filed, hypotheses, reason, because, null, now);
    }

    private static DiagnosisRevised revised(
            Filed filed, List<Hypothesis> hypotheses, Reason reason, String because, @Nullable String by, Instant now) {
        ComplaintDiagnosed before = filed.diagnosis();
        return new DiagnosisRevised(
                before.caseId(),
                filed.conversation().revision() + 1,
                hypotheses,
                Objects.requireNonNullElse(filed.conversation().latestMood(), before.mood()),
                before.publicImpact(),
                before.crisis(),
                reason,
                because,
                by,
                before.rulesVersion(),
                now,
                before.severity(),
                before.massOutage(),
                before.largestAmount());
    }

    /** The mood of the beginning stays, so that it can be compared (R19). */
    static ComplaintDiagnosed applied(ComplaintDiagnosed before, DiagnosisRevised revised) {
        return new ComplaintDiagnosed(
                before.caseId(),
                revised.hypotheses(),
                before.mood(),
                revised.publicImpact(),
                revised.crisis(),
                revised.rulesVersion(),
                revised.revisedAt(),
                revised.severity(),
                revised.massOutage(),
                null,
                revised.largestAmount());
    }

    private static Cause cause(Filed filed, CorrectDiagnosis command) {
        if (command.cause() != null) {
            return command.cause();
        }
        return switch (command.nature()) {
            case "venting" -> Cause.VENTING;
            case "praise", "question" -> Cause.NO_COMPLAINT;
            default ->
                filed.diagnosis().hypotheses().stream()
                        .filter(it -> it.nature().equals(command.nature()))
                        .map(Hypothesis::cause)
                        .findFirst()
                        .orElse(Cause.UNKNOWN);
        };
    }
}
