package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.IntakeEvent;
import io.redress.contracts.IntakeEvent.ClarificationAsked;
import io.redress.contracts.IntakeEvent.ContactMade;
import io.redress.contracts.IntakeEvent.ContactOverdue;
import io.redress.contracts.IntakeEvent.ContactWished;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.intake.domain.ConversationCommand.CorrectDiagnosis;
import io.redress.intake.domain.ConversationCommand.HearWords;
import io.redress.intake.domain.ConversationCommand.NoteContact;
import io.redress.intake.domain.ConversationCommand.WishContact;
import io.redress.intake.domain.ConversationFact.HostilityNoticed;
import io.redress.intake.domain.ConversationFact.WordsNoted;
import io.redress.intake.domain.IntakeState.Filed;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that is said in a case after the complaint, by whom it is decided and what it changes. */
final class Conversing {
    private final Clarifying clarifying;
    private final Listening listening;
    private final Revising revising;
    private final Contacting contacting;

    Conversing(Attention attention, Messages messages, Promises promises) {
        clarifying = new Clarifying(attention.terms(), promises);
        revising = new Revising(messages, promises);
        contacting = new Contacting(attention.terms());
        listening = new Listening(attention, revising);
    }

    Clarifying clarifying() {
        return clarifying;
    }

    Decision<IntakeFact> decide(Filed filed, ConversationCommand command, Instant now) {
        return elsewhereIfMerged(filed, command, decided(filed, command, now));
    }

    private Decision<IntakeFact> decided(Filed filed, ConversationCommand command, Instant now) {
        return switch (command) {
            case HearWords words -> listening.hear(filed, words, now);
            case WishContact wish -> contacting.wish(filed, wish, now);
            case NoteContact note -> contacting.note(filed, note, now);
            case CorrectDiagnosis correct -> revising.correct(filed, correct, now);
        };
    }

    /** What a merged case is told would be heard by nobody; but a contact that was made, was made. */
    private static Decision<IntakeFact> elsewhereIfMerged(
            Filed filed, ConversationCommand command, Decision<IntakeFact> usual) {
        Kinship.MergedInto into = filed.kinship().mergedInto();
        boolean changes = usual instanceof Decision.Accepted<IntakeFact>(var facts) && !facts.isEmpty();
        return into != null && into.settled() && changes && !(command instanceof NoteContact)
                ? Decision.reject(
                        "merged",
                        "Expected a case with a life of its own, but it was merged into " + into.caseId()
                                + "; please say it there")
                : usual;
    }

    /** One thing at a time: what else is due comes right after. */
    Decision<IntakeFact> whenDue(Filed filed, Instant now) {
        if (filed.kinship().merged()) {
            return Decision.nothing();
        }
        Decision<IntakeFact> answer = clarifying.giveUpWaiting(filed, now);
        return answer.equals(Decision.nothing()) ? contacting.whenDue(filed, now) : answer;
    }

    static Optional<Instant> nextDue(Filed filed) {
        if (filed.kinship().merged()) {
            return Optional.empty();
        }
        return Stream.of(Clarifying.nextDue(filed), Contacting.nextDue(filed))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
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
            case ContactWished it -> with(counted, contacts(counted).wished(it));
            case ContactMade it -> {
                Filed felt = counted.with(counted.conversation().feeling(it.mood()));
                yield with(felt, contacts(felt).made(it));
            }
            case ContactOverdue it -> with(counted, contacts(counted).overdue(it));
            default -> counted;
        };
    }

    private static Contacts contacts(Filed filed) {
        return filed.conversation().contacts();
    }

    private static Filed with(Filed filed, Contacts next) {
        return filed.with(filed.conversation().with(next));
    }

    /** The number that the next event of intake gets in its stream, so that a message can cite it. */
    static int nextSequence(Filed before) {
        return before.conversation().told() + 1;
    }
}
