package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.KnowledgeEvent.KnowledgeSought;
import io.redress.contracts.KnowledgeEvent.KnownProblemLinked;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a case beside what its departments answer.
 *
 * @param linked problems that were known before
 * @param preAnswered requests that were raised with their answer
 * @param inquiries questions to whoever knows something
 * @param contributors departments that have said something, asked or not
 */
public record CaseKnowledge(
        List<KnownProblemLinked> linked,
        List<RequestId> preAnswered,
        List<Inquiry> inquiries,
        List<DepartmentCode> contributors) {
    /** Nothing. */
    public static final CaseKnowledge NONE = new CaseKnowledge(List.of(), List.of(), List.of(), List.of());

    /** A case that looks like more known problems than this looks like none of them. */
    static final int MOST_LINKED = 10;

    static final int MOST_INQUIRIES = 10;
    static final int MOST_ANSWERS = 10;
    private static final int MOST_CONTRIBUTORS = 100;

    public CaseKnowledge {
        linked = List.copyOf(linked);
        preAnswered = List.copyOf(preAnswered);
        inquiries = List.copyOf(inquiries);
        contributors = List.copyOf(contributors);
    }

    /** What was known where an older version has written nothing of it. */
    static CaseKnowledge orNone(@Nullable CaseKnowledge knowledge) {
        return knowledge == null ? NONE : knowledge;
    }

    /**
     * A question to whoever knows something; nobody owns it.
     *
     * @param question without personal data
     * @param answers the first ten
     * @param ended whether its time is over
     */
    public record Inquiry(
            String id,
            String question,
            List<DepartmentCode> departments,
            String by,
            Instant soughtAt,
            Instant answerBy,
            String key,
            String fingerprint,
            List<Contribution> answers,
            boolean ended) {
        public Inquiry {
            departments = List.copyOf(departments);
            answers = List.copyOf(answers);
        }

        private Inquiry with(List<Contribution> next, boolean over) {
            return new Inquiry(id, question, departments, by, soughtAt, answerBy, key, fingerprint, next, over);
        }

        boolean isAnsweredBy(String contributionId) {
            return answers.stream().anyMatch(it -> it.id().equals(contributionId));
        }
    }

    /**
     * What somebody has said about it.
     *
     * @param department absent where a consultant said it
     * @param credited whether an answer has used it
     */
    public record Contribution(
            String id, @Nullable DepartmentCode department, String text, String by, Instant at, boolean credited) {
        private Contribution credit(List<String> ids) {
            return new Contribution(id, department, text, by, at, credited || ids.contains(id));
        }
    }

    boolean isLinked(String problemId) {
        return linked.stream().anyMatch(it -> it.problemId().equals(problemId));
    }

    boolean hasRoom() {
        return linked.size() < MOST_LINKED;
    }

    /** The inquiry that was made under this key. */
    public Optional<Inquiry> askedUnder(String key) {
        return inquiries.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    Optional<Inquiry> inquiry(@Nullable String id) {
        return inquiries.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    boolean knowsContribution(String id) {
        return inquiries.stream().anyMatch(it -> it.isAnsweredBy(id));
    }

    /** When the next inquiry ends. */
    public Optional<Instant> nextDue() {
        return open().map(Inquiry::answerBy).min(Instant::compareTo);
    }

    Stream<Inquiry> open() {
        return inquiries.stream().filter(it -> !it.ended());
    }

    CaseKnowledge with(KnownProblemLinked more) {
        return new CaseKnowledge(plus(linked, more), preAnswered, inquiries, contributors);
    }

    CaseKnowledge answered(RequestId request) {
        return new CaseKnowledge(linked, plus(preAnswered, request), inquiries, contributors);
    }

    CaseKnowledge after(KnowledgeFact fact) {
        return switch (fact) {
            case KnowledgeFact.KnowledgeAsked(var event, var key, var fingerprint) ->
                asking(plus(inquiries, inquiry(event, key, fingerprint)));
            case KnowledgeFact.InquiryAnswered(var id, var said) ->
                changing(id, it -> it.with(plus(it.answers(), said), it.ended()));
            case KnowledgeFact.InquiryEnded(var id, var _) -> changing(id, it -> it.with(it.answers(), true));
            case KnowledgeFact.ContributionsCredited(var ids) ->
                asking(inquiries.stream()
                        .map(it -> it.with(
                                it.answers().stream()
                                        .map(said -> said.credit(ids))
                                        .toList(),
                                it.ended()))
                        .toList());
            case KnowledgeFact.ContributorNoted(var department) ->
                contributors.contains(department) || contributors.size() >= MOST_CONTRIBUTORS
                        ? this
                        : new CaseKnowledge(linked, preAnswered, inquiries, plus(contributors, department));
        };
    }

    private static Inquiry inquiry(KnowledgeSought event, String key, String fingerprint) {
        return new Inquiry(
                event.inquiryId(),
                event.question(),
                event.departments(),
                event.by(),
                event.soughtAt(),
                event.answerBy(),
                key,
                fingerprint,
                List.of(),
                false);
    }

    private CaseKnowledge changing(String id, UnaryOperator<Inquiry> change) {
        return asking(inquiries.stream()
                .map(it -> it.id().equals(id) ? change.apply(it) : it)
                .toList());
    }

    private CaseKnowledge asking(List<Inquiry> next) {
        return new CaseKnowledge(linked, preAnswered, next, contributors);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
