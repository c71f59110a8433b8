package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CooperationEvent.InformalQuestionAnswered;
import io.redress.contracts.CooperationEvent.InformalQuestionAsked;
import io.redress.contracts.Party;
import io.redress.department.domain.Cooperation.InformalQuestion;
import io.redress.department.domain.Cooperation.Said;
import io.redress.department.domain.CooperationCommand.AnswerInformally;
import io.redress.department.domain.CooperationCommand.AskInformally;
import io.redress.department.domain.CooperationFact.InformalAnswerKept;
import io.redress.department.domain.CooperationFact.InformalQuestionKept;
import io.redress.department.domain.DepartmentFact.Published;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Short questions beside all forms (R87): recorded, and otherwise without consequence. Nobody owns them or waits. */
final class AskingInformally {
    static final int MOST = 50;

    private AskingInformally() {}

    static Decision<DepartmentFact> ask(DepartmentCase state, AskInformally command, Instant now) {
        List<InformalQuestion> known = state.cooperation().informalQuestions();
        Optional<InformalQuestion> before =
                known.stream().filter(it -> it.key().equals(command.key())).findFirst();
        if (before.isPresent()) {
            return before.get().text().equals(command.text())
                            && before.get().to().equals(command.to())
                    ? nothing()
                    : reject("reply-id-reused", "Expected a new key for another question");
        }
        if (known.size() >= MOST) {
            return reject("too-many-questions", "Expected at most " + MOST + " informal questions in a case");
        }
        InformalQuestion question = new InformalQuestion(
                "informal-" + (known.size() + 1),
                command.key(),
                command.speaker().party(),
                command.to(),
                command.text(),
                command.speaker().by(),
                now,
                null);
        return accept(
                new InformalQuestionKept(question),
                new Published(new InformalQuestionAsked(
                        command.caseId(),
                        question.id(),
                        question.from(),
                        question.to(),
                        question.text(),
                        question.by(),
                        now)));
    }

    static Decision<DepartmentFact> answer(DepartmentCase state, AnswerInformally command, Instant now) {
        InformalQuestion question = state.cooperation().informalQuestions().stream()
                .filter(it -> it.id().equals(command.questionId()))
                .findFirst()
                .orElse(null);
        if (question == null || !command.speaker().speaksFor(question.to())) {
            return reject("unknown-question", "Expected a question to you, but got " + command.questionId());
        }
        if (question.answer() != null) {
            return question.answer().isRepeatedBy(command.speaker(), command.text())
                    ? nothing()
                    : reject(
                            "already-answered",
                            "Expected an open question, but "
                                    + question.answer().by() + " has answered it");
        }
        String by = command.speaker().by();
        Party from = command.speaker().answering(question.to());
        return accept(
                new InformalAnswerKept(question.id(), new Said(from, command.text(), by, now)),
                new Published(
                        new InformalQuestionAnswered(command.caseId(), question.id(), from, command.text(), by, now)));
    }
}
