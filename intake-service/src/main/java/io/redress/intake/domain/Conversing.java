package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.IntakeEvent;
import io.redress.contracts.IntakeEvent.ClarificationAsked;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.intake.domain.ConversationCommand.CorrectDiagnosis;
import io.redress.intake.domain.ConversationCommand.HearWords;
import io.redress.intake.domain.ConversationFact.HostilityNoticed;
import io.redress.intake.domain.ConversationFact.WordsNoted;
import io.redress.intake.domain.IntakeState.Filed;
import java.time.Instant;
import java.util.Optional;

/** Everything that is said in a case after the complaint, by whom it is decided and what it changes. */
final class Conversing {
    private final Clarifying clarifying;
    private final Listening listening;
    private final Revising revising;

    Conversing(Attention attention, Messages messages, Promises promises) {
        clarifying = new Clarifying(attention.terms(), promises);
        revising = new Revising(messages, promises);
        listening = new Listening(attention, revising);
    }

    Clarifying clarifying() {
        return clarifying;
    }

    Decision<IntakeFact> decide(Filed filed, ConversationCommand command, Instant now) {
        return switch (command) {
            case HearWords words -> listening.hear(filed, words, now);
            case CorrectDiagnosis correct -> revising.correct(filed, correct, now);
        };
    }

    /** One thing at a time: what else is due comes right after. */
    Decision<IntakeFact> whenDue(Filed filed, Instant now) {
        return clarifying.giveUpWaiting(filed, now);
    }

    static Optional<Instant> nextDue(Filed filed) {
        return Clarifying.nextDue(filed);
    }

    static Filed after(Filed filed, ConversationFact fact) {
        Conversation before = filed.conversation();
        return switch (fact) {
            case HostilityNoticed _ -> filed.with(before.beginning(true));
            case WordsNoted(var said, var again) -> filed.with(before.heard(said, again));
        };
    }

    /** What intake itself has told everybody is true from then on. */
    static Filed after(Filed filed, CaseEvent told) {
        if (!(told instanceof IntakeEvent event)) {
            return filed;
        }
        Filed counted = filed.with(filed.conversation().havingTold());
        return switch (event) {
            case ClarificationAsked asked -> counted.with(counted.conversation().asked(asked));
            case DiagnosisRevised revised ->
                counted.with(Revising.applied(counted.diagnosis(), revised))
                        .with(counted.conversation().revised(revised));
            default -> counted;
        };
    }

    /** The number that the next event of intake gets in its stream, so that a message can cite it. */
    static int nextSequence(Filed before) {
        return before.conversation().told() + 1;
    }
}
