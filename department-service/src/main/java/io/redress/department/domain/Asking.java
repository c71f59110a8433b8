package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CooperationEvent.QuestionAnswered;
import io.redress.contracts.CooperationEvent.QuestionAsked;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.department.domain.Cooperation.Question;
import io.redress.department.domain.Cooperation.Said;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.CooperationFact.AnswerKept;
import io.redress.department.domain.CooperationFact.QuestionKept;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.Request.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions back to whoever made a request. As long as one is open the department's clock stands still (R94): its date
 * moves by the time that it could not go on.
 */
public final class Asking {
    /** Whoever has more questions than this at a time is not asking but talking, and should call. */
    static final int MOST_OPEN = 5;

    static final int MOST = 50;

    private Asking() {}

    static Decision<DepartmentFact> ask(
            DepartmentCase state, Open request, DepartmentReply.Question reply, Instant now) {
        List<Question> asked = state.cooperation().questions();
        RequestId id = request.ask().id();
        if (asked.stream().filter(it -> !it.isOfCharter()).count() >= MOST
                || asked.stream().filter(it -> it.isOpen() && it.isAbout(id)).count() >= MOST_OPEN) {
            return reject(
                    "too-many-questions",
                    "Expected at most " + MOST_OPEN + " open questions on a request and " + MOST
                            + " in a case, but there are as many already");
        }
        String questionId = "question-" + (asked.size() + 1);
        Party to = requester(state, request.ask());
        return accept(
                new QuestionKept(new Question(questionId, reply, to, now, null)),
                new Published(new QuestionAsked(
                        id.caseId(), id, questionId, reply.department(), to, reply.text(), reply.by(), now)));
    }

    /** The department that wanted help with its own request, or else whoever owns the case. */
    static Party requester(DepartmentCase state, Request.Ask ask) {
        RequestId parent = ask.parent();
        Request of = parent == null ? null : state.request(parent);
        Party owner = state.cooperation().owner();
        if (of != null) {
            return Party.department(of.ask().department());
        }
        return owner == null ? Speaker.FRONT_DESK : owner;
    }

    static Decision<DepartmentFact> answer(
            DepartmentCase state, AnswerQuestion command, Returning returning, Instant now) {
        Question question = state.cooperation().question(command.questionId());
        // Whom it was not put to need not learn that it was put.
        if (question == null || !command.speaker().speaksFor(question.to())) {
            return reject("unknown-question", "Expected a question to you, but got " + command.questionId());
        }
        if (question.isOfCharter()) {
            return question.answer() == null
                    ? returning.answer(state, question, command, now)
                    : returning.answerAgain(state, question, question.answer(), command);
        }
        if (command.fields() != null) {
            return reject("words-wanted", "Expected no fields, because the question asks for words");
        }
        if (command.text().isBlank()) {
            return reject("words-missing", "Expected an answer in words");
        }
        if (question.answer() != null) {
            return question.answer().isRepeatedBy(command.speaker(), command.text())
                    ? nothing()
                    : reject(
                            "already-answered",
                            "Expected an open question, but "
                                    + question.answer().by() + " has answered it");
        }
        return state.request(question.reply().requestId()) instanceof Open request
                ? accept(answered(state, request, question, command, now))
                : reject("not-needed", "Expected a question of an open request, but its department has ended its part");
    }

    private static List<DepartmentFact> answered(
            DepartmentCase state, Open request, Question question, AnswerQuestion command, Instant now) {
        RequestId id = request.ask().id();
        Instant dueAt =
                dueAfter(state.cooperation().questionsAbout(id), request.ask().dueAt(), now);
        Said said = new Said(
                command.speaker().answering(question.to()),
                command.text(),
                command.speaker().by(),
                now);
        return List.of(
                new AnswerKept(question.id(), said, dueAt),
                new Published(new QuestionAnswered(
                        id.caseId(),
                        id,
                        question.id(),
                        question.reply().department(),
                        command.text(),
                        command.speaker().by(),
                        now,
                        dueAt)));
    }

    /** Only the answer to the last open question lets the clock go on. */
    private static Instant dueAfter(List<Question> questions, Instant dueAt, Instant now) {
        Instant since = stoppedSince(questions);
        boolean last = questions.stream().filter(Question::isOpen).count() == 1;
        return last && since != null && since.isBefore(now) ? dueAt.plus(Duration.between(since, now)) : dueAt;
    }

    /**
     * Since when a department cannot go on with a request.
     *
     * @param questions all about that request, in the order in which they were asked
     * @return absent where it can
     */
    public static @Nullable Instant stoppedSince(List<Question> questions) {
        Instant since = Instant.MIN;
        Instant until = Instant.MIN;
        for (Question question : questions) {
            since = question.askedAt().isAfter(until) ? question.askedAt() : since;
            until = later(until, endOf(question));
        }
        return until.equals(Instant.MAX) ? since : null;
    }

    /**
     * By how much the date of a request has moved.
     *
     * @param questions all about that request, in the order in which they were asked
     */
    public static Duration movedBy(List<Question> questions) {
        Instant stopped = stoppedSince(questions);
        Duration sum = Duration.ZERO;
        Instant until = Instant.MIN;
        for (Question question : questions) {
            // What stands still now has not moved the date yet.
            if (stopped == null || question.askedAt().isBefore(stopped)) {
                Instant from = later(until, question.askedAt());
                until = later(until, endOf(question));
                sum = sum.plus(from.isBefore(until) ? Duration.between(from, until) : Duration.ZERO);
            }
        }
        return sum;
    }

    private static Instant endOf(Question question) {
        Said answer = question.answer();
        return answer == null ? Instant.MAX : answer.at();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
