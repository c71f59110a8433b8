package io.redress.resolution.domain;

import io.redress.contracts.RequestId;
import io.redress.resolution.domain.Progress.Gathering;
import java.util.List;
import java.util.Optional;

/** A proposal waits for every answer that routing asked for, from whoever answers in the end (R102). */
final class RequiredAnswers {
    private RequiredAnswers() {}

    /** The answers in routing's order, once all are in; what was not asked for is left out. */
    static Optional<List<Answer>> of(Gathering state) {
        Requirement required = state.required();
        if (required == null || required.requests().isEmpty()) {
            return Optional.empty();
        }
        List<Answer> answers = required.requests().stream()
                .map(request -> lastOf(request, state.redirections()))
                .distinct()
                .flatMap(request -> state.answers().stream()
                        .filter(answer -> answer.requestId().equals(request)))
                .toList();
        long needed = required.requests().stream()
                .map(request -> lastOf(request, state.redirections()))
                .distinct()
                .count();
        return answers.size() == needed ? Optional.of(answers) : Optional.empty();
    }

    /** Follows redirections; at most as often as there are any, so that a circle cannot hold us. */
    private static RequestId lastOf(RequestId request, List<Redirection> redirections) {
        RequestId last = request;
        for (int i = 0; i < redirections.size(); i++) {
            RequestId here = last;
            last = redirections.stream()
                    .filter(redirection -> redirection.from().equals(here))
                    .map(Redirection::replacedBy)
                    .findFirst()
                    .orElse(here);
        }
        return last;
    }

    /** Requests whose answers are still missing; empty where it is not known which are needed. */
    static List<RequestId> missing(Gathering state) {
        Requirement required = state.required();
        return required == null
                ? List.of()
                : required.requests().stream()
                        .map(request -> lastOf(request, state.redirections()))
                        .distinct()
                        .filter(request -> !state.hasAnswerTo(request))
                        .toList();
    }
}
