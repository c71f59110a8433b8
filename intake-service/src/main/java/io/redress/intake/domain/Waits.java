package io.redress.intake.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The questions that a case has put to others, and which of them are answered. Topics are read independently, so an
 * answer may be heard before its question.
 *
 * @param questions bounded; the oldest answered ones are forgotten first
 */
public record Waits(List<Question> questions) {
    static final Waits NONE = new Waits(List.of());
    private static final int MOST = 60;

    public Waits {
        questions = List.copyOf(questions);
    }

    /** @param request the id of the request that puts it */
    public record Question(String request, WaitsFor about, boolean answered) {}

    /** These requests are what is open now; others that were are not needed any more. */
    Waits asking(List<String> requests, WaitsFor about) {
        Set<String> wanted = new HashSet<>(requests);
        List<Question> next = new ArrayList<>();
        for (Question question : questions) {
            next.add(wanted.remove(question.request()) ? question : answered(question));
        }
        requests.stream().filter(wanted::contains).distinct().forEach(it -> next.add(new Question(it, about, false)));
        return bounded(next);
    }

    /** A request is answered, or will not be. */
    Waits answered(String request) {
        List<Question> next = new ArrayList<>();
        boolean known = false;
        for (Question question : questions) {
            boolean it = question.request().equals(request);
            known |= it;
            next.add(it ? answered(question) : question);
        }
        if (!known) {
            next.add(new Question(request, WaitsFor.FACTS, true));
        }
        return bounded(next);
    }

    /**
     * Another request takes the place of one. One that the case has never waited for, such as help between departments,
     * is not waited for under another name.
     */
    Waits replaced(String request, String by, WaitsFor about) {
        if (questions.stream().noneMatch(it -> it.request().equals(request))) {
            return this;
        }
        Waits rest = answered(request);
        if (rest.questions.stream().anyMatch(it -> it.request().equals(by))) {
            return rest;
        }
        List<Question> next = new ArrayList<>(rest.questions);
        next.add(new Question(by, about, false));
        return bounded(next);
    }

    /** What is still open, each thing once. */
    List<WaitsFor> open() {
        return questions.stream()
                .filter(it -> !it.answered())
                .map(Question::about)
                .distinct()
                .toList();
    }

    private static Question answered(Question question) {
        return new Question(question.request(), question.about(), true);
    }

    private static Waits bounded(List<Question> next) {
        for (int i = 0; i < next.size() && next.size() > MOST; ) {
            if (next.get(i).answered()) {
                next.remove(i);
            } else {
                i++;
            }
        }
        return new Waits(next.subList(0, Math.min(next.size(), MOST)));
    }
}
