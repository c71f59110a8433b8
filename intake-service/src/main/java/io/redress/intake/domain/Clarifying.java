package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ClarificationAsked;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.intake.domain.Conversation.Question;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is not clear enough to act on is asked once instead of guessed, and not waited for without end (R5). */
final class Clarifying {
    /** A question with more answers to choose from than this is none. */
    private static final int MOST_NATURES = 2;

    private final ConversationTerms terms;
    private final Promises promises;

    Clarifying(ConversationTerms terms, Promises promises) {
        this.terms = terms;
        this.promises = promises;
    }

    /** A crisis does not wait for an answer, and where the rules failed the fault is ours. */
    boolean isNeeded(Diagnosis found) {
        return terms.clarifyBelow() > 0 && !found.isClear(terms.clarifyBelow()) && !found.crisis() && !found.isNone();
    }

    ClarificationAsked question(ComplaintDiagnosed diagnosis, Instant now) {
        List<String> about = diagnosis.hypotheses().stream()
                .map(Hypothesis::nature)
                .filter(nature -> !nature.equals("unclear"))
                .distinct()
                .limit(MOST_NATURES)
                .toList();
        return new ClarificationAsked(diagnosis.caseId(), about, now, now.plus(terms.answerWithin()));
    }

    Occasion occasion(ClarificationAsked asked) {
        return new Occasion.Clarification(asked.about(), asked.answerBy(), nextUpdate(asked.answerBy()));
    }

    static Next waitingForTheAnswer(ClarificationAsked asked) {
        return new Next(NextStep.CUSTOMER_CLARIFIES, asked.answerBy());
    }

    /** No answer in time: the best guess goes on, and what is still unclear goes to the front desk. */
    Decision<IntakeFact> giveUpWaiting(Filed filed, Instant now) {
        Question question = filed.conversation().question();
        if (question == null || question.answerBy().isAfter(now)) {
            return Decision.nothing();
        }
        DiagnosisRevised revised = Revising.revised(
                filed,
                filed.diagnosis().hypotheses(),
                DiagnosisRevised.Reason.NO_ANSWER,
                "The customer has not answered our question in time, so the best guess goes on.",
                now);
        List<IntakeFact> facts = new ArrayList<>(List.of(new Published(revised)));
        if (Outlook.isQuestion(filed.diagnosis())
                && filed.conversation().contacts().wish() == null) {
            int number = filed.conversation().contacts().wishes() + 1;
            facts.add(new Published(Contacting.toAnswer(
                    filed.diagnosis(), filed.complaint(), number, now, nextUpdate(question.answerBy()))));
        }
        if (isAwaited(filed)) {
            Next next = Outlook.of(filed.diagnosis(), nextUpdate(question.answerBy()));
            facts.add(new MovedOn(filed.progress()
                    .at(filed.progress().step(), filed.progress().status(), next)));
        }
        return Decision.accept(facts);
    }

    /** Whether the customer's answer is what the case waits for. */
    static boolean isAwaited(Filed filed) {
        Next next = filed.progress().next();
        return next != null && next.what() == NextStep.CUSTOMER_CLARIFIES;
    }

    static Optional<Instant> nextDue(Filed filed) {
        return Optional.ofNullable(filed.conversation().question()).map(Question::answerBy);
    }

    private Instant nextUpdate(Instant answerBy) {
        return answerBy.plus(promises.firstUpdate());
    }
}
