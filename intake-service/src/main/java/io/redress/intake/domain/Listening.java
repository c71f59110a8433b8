package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.contracts.IntakeEvent.DiagnosisRevised.Reason;
import io.redress.contracts.IntakeEvent.WordsReceived;
import io.redress.intake.domain.Conversation.Said;
import io.redress.intake.domain.ConversationCommand.HearWords;
import io.redress.intake.domain.ConversationFact.WordsNoted;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.Status;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What customers say after their complaint is an answer, new evidence, or the same again because nobody came back. */
final class Listening {
    private final Attention attention;
    private final Revising revising;

    Listening(Attention attention, Revising revising) {
        this.attention = attention;
        this.revising = revising;
    }

    Decision<IntakeFact> hear(Filed filed, HearWords command, Instant now) {
        Conversation before = filed.conversation();
        Said known = before.under(command.key());
        if (known != null) {
            return known.fingerprint().equals(command.fingerprint())
                    ? Decision.nothing()
                    : Decision.reject(
                            "idempotency-key-reused",
                            "Expected a new Idempotency-Key for new words, but it was used for others in this case");
        }
        if (filed.progress().status() == Status.CLOSED) {
            return Decision.reject(
                    "already-closed",
                    "Expected an open case, but it is closed; please file what is new as a complaint of its own");
        }
        if (!before.hasRoomFor(command.text())) {
            return Decision.reject(
                    "conversation-too-long",
                    "Expected a conversation of bounded length, but this one is full; please ask for a contact instead");
        }
        return Decision.accept(heard(filed, command, now));
    }

    private List<IntakeFact> heard(Filed filed, HearWords command, Instant now) {
        String language = filed.complaint().language();
        Diagnosis alone = attention.understanding().of(command.text(), language);
        Diagnosis all = attention
                .understanding()
                .of(filed.conversation().allWords(filed.complaint()) + "\n\n" + command.text(), language);
        boolean hostile = attention.hostility().in(command.text(), language);
        boolean answers = filed.conversation().question() != null;
        Reason reason = reason(filed, all, answers);
        boolean again = reason == null && isOurTurn(filed);
        WordsReceived received = new WordsReceived(
                filed.diagnosis().caseId(),
                filed.conversation().said().size() + 1,
                command.text(),
                Objects.requireNonNullElse(command.channel(), filed.complaint().channel()),
                command.by(),
                alone.mood(),
                answers,
                again,
                hostile,
                now);
        Said said = new Said(
                received.number(), command.key(), command.fingerprint(), command.text(), alone.mood(), hostile, now);
        List<IntakeFact> facts = new ArrayList<>();
        facts.add(new WordsNoted(said, again));
        facts.add(new Published(received));
        if (reason != null) {
            Filed heard = filed.with(filed.conversation().heard(said, again).havingTold());
            DiagnosisRevised revised = Revising.revised(filed, all, alone.mood(), reason, because(reason), now);
            facts.addAll(revising.andItsConsequences(heard, revised, now));
        }
        return facts;
    }

    private @Nullable Reason reason(Filed filed, Diagnosis all, boolean answers) {
        if (Identifying.isOpen(filed) || Revising.isDecided(filed) || !Revising.mayRevise(filed)) {
            return null;
        }
        if (answers) {
            return Reason.CLARIFIED;
        }
        boolean clear = all.isClear(attention.terms().clarifyBelow());
        boolean personKnowsBetter = filed.conversation().corrected();
        return clear && !personKnowsBetter && Revising.isMaterial(filed.diagnosis(), all) ? Reason.NEW_EVIDENCE : null;
    }

    private static String because(Reason reason) {
        return reason == Reason.CLARIFIED
                ? "The customer has answered our question."
                : "The customer has told us more, and it speaks for something else.";
    }

    private static boolean isOurTurn(Filed filed) {
        Next next = filed.progress().next();
        return next != null && Waiting.customerWaitsForUs(next.what());
    }
}
