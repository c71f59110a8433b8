package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.MissingField;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.CooperationFact.AnswerKept;
import io.redress.department.domain.CooperationFact.BackgroundLearned;
import io.redress.department.domain.CooperationFact.ContributionKept;
import io.redress.department.domain.CooperationFact.EvidenceKept;
import io.redress.department.domain.CooperationFact.FieldsFilled;
import io.redress.department.domain.CooperationFact.HelpDropped;
import io.redress.department.domain.CooperationFact.HelpKept;
import io.redress.department.domain.CooperationFact.InformalAnswerKept;
import io.redress.department.domain.CooperationFact.InformalQuestionKept;
import io.redress.department.domain.CooperationFact.OwnerLearned;
import io.redress.department.domain.CooperationFact.QuestionKept;
import io.redress.department.domain.CooperationFact.RequestCompleted;
import io.redress.department.domain.CooperationFact.RequestReturned;
import io.redress.department.domain.CooperationFact.WantedKept;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How departments help each other with a case. Every list is in the order in which things were said, and bounded by the
 * rule that adds to it.
 *
 * @param owner who answers for the case towards the customer; absent until routing has told
 * @param wanted what whoever answers for the case asks of departments directly
 */
public record Cooperation(
        @Nullable Party owner,
        List<Question> questions,
        List<Help> helps,
        List<Contribution> contributions,
        List<Evidence> evidence,
        List<InformalQuestion> informalQuestions,
        Background background,
        List<Wanted> wanted) {
    static final Cooperation NONE =
            new Cooperation(null, List.of(), List.of(), List.of(), List.of(), List.of(), null, null);

    /** @param background absent in what an older version has stored, as is {@code wanted} */
    public Cooperation(
            @Nullable Party owner,
            List<Question> questions,
            List<Help> helps,
            List<Contribution> contributions,
            List<Evidence> evidence,
            List<InformalQuestion> informalQuestions,
            @Nullable Background background,
            @Nullable List<Wanted> wanted) {
        this.owner = owner;
        this.questions = List.copyOf(questions);
        this.helps = List.copyOf(helps);
        this.contributions = List.copyOf(contributions);
        this.evidence = List.copyOf(evidence);
        this.informalQuestions = List.copyOf(informalQuestions);
        this.background = background == null ? Background.NONE : background;
        this.wanted = wanted == null ? List.of() : List.copyOf(wanted);
    }

    /** An answer to a question, whose words it is and when. */
    public record Said(Party from, String text, String by, Instant at) {
        boolean isRepeatedBy(Speaker speaker, String again) {
            return by.equals(speaker.by()) && text.equals(again);
        }
    }

    /**
     * What a department must know to go on with a request.
     *
     * @param missing what the request lacks; absent where the question asks for words
     */
    public record Question(
            String id,
            DepartmentReply.Question reply,
            Party to,
            Instant askedAt,
            @Nullable Said answer,
            @Nullable List<MissingField> missing) {
        Question(String id, DepartmentReply.Question reply, Party to, Instant askedAt, @Nullable Said answer) {
            this(id, reply, to, askedAt, answer, null);
        }

        /** Whether it was asked by the charter and not by a person, since the request lacks something. */
        public boolean isOfCharter() {
            return missing != null;
        }

        /** The same, as if it had been asked at another time. */
        public Question askedAt(Instant when) {
            return new Question(id, reply, to, when, answer, missing);
        }

        Question answered(Said said) {
            return new Question(id, reply, to, askedAt, said, missing);
        }

        public boolean isOpen() {
            return answer == null;
        }

        boolean isAbout(RequestId request) {
            return reply.requestId().equals(request);
        }
    }

    /**
     * What a department needs another one for.
     *
     * @param released whether the department has ended its part without it
     * @param filled what nobody had to fill in
     */
    public record Help(
            String id,
            DepartmentReply.Help reply,
            Instant at,
            boolean released,
            @Nullable List<Filled> filled) {
        Help(String id, DepartmentReply.Help reply, Instant at, boolean released) {
            this(id, reply, at, released, null);
        }

        Help dropped() {
            return new Help(id, reply, at, true, filled);
        }

        boolean isFor(RequestId request) {
            return reply.requestId().equals(request);
        }
    }

    /**
     * What whoever answers for the case asks of a department directly.
     *
     * @param key the speaker's own name for it
     * @param given what the speaker has filled in
     * @param filled what nobody had to fill in
     * @param wantedBy when the speaker would like to have it; absent where that was not said
     */
    public record Wanted(
            String id,
            String key,
            Party requester,
            DepartmentCode from,
            RequestKind kind,
            String subject,
            Map<String, String> given,
            List<Filled> filled,
            String by,
            Instant at,
            @Nullable Instant wantedBy) {
        public Wanted {
            given = Map.copyOf(given);
            filled = List.copyOf(filled);
        }
    }

    /** @param usedIn the requests whose answers cite it */
    public record Contribution(
            String id,
            String key,
            @Nullable DepartmentCode department,
            String text,
            String by,
            @Nullable String inquiryId,
            Instant at,
            List<RequestId> usedIn) {
        public Contribution {
            usedIn = List.copyOf(usedIn);
        }

        Contribution usedIn(RequestId request) {
            return usedIn.contains(request)
                    ? this
                    : new Contribution(id, key, department, text, by, inquiryId, at, with(usedIn, request));
        }
    }

    public record Evidence(
            String id,
            String key,
            @Nullable DepartmentCode department,
            String title,
            @Nullable String href,
            String by,
            Instant at) {}

    public record InformalQuestion(
            String id,
            String key,
            Party from,
            Party to,
            String text,
            String by,
            Instant at,
            @Nullable Said answer) {}

    /** What a department has asked or wished for under this id on the way to its answer. */
    @Nullable
    DepartmentReply said(RequestId request, String replyId) {
        Stream<DepartmentReply.OnRequest> all = Stream.concat(
                questions.stream().map(Question::reply), helps.stream().map(Help::reply));
        return all.filter(it -> it.requestId().equals(request) && it.replyId().equals(replyId))
                .findFirst()
                .orElse(null);
    }

    /** A question about a request by its id; null where there is none. */
    public @Nullable Question question(String id) {
        return questions.stream().filter(it -> it.id().equals(id)).findFirst().orElse(null);
    }

    /** The questions of a department about a request to it. */
    public List<Question> questionsAbout(RequestId request) {
        return questions.stream().filter(it -> it.isAbout(request)).toList();
    }

    /** What a department wants of others for a request to it. */
    public List<Help> helpsFor(RequestId request) {
        return helps.stream().filter(it -> it.isFor(request)).toList();
    }

    /** The same after an answer that rests on these contributions. */
    Cooperation crediting(List<String> cites, RequestId answered) {
        return withContributions(contributions.stream()
                .map(it -> cites.contains(it.id()) ? it.usedIn(answered) : it)
                .toList());
    }

    /** The contributions that more answers rest on than before. */
    public List<Contribution> newlyUsedSince(Cooperation before) {
        return contributions.stream()
                .filter(it -> before.contributions().stream()
                        .anyMatch(earlier -> earlier.id().equals(it.id())
                                && earlier.usedIn().size() < it.usedIn().size()))
                .toList();
    }

    Cooperation after(CooperationFact fact) {
        return switch (fact) {
            case OwnerLearned(var now) ->
                new Cooperation(now, questions, helps, contributions, evidence, informalQuestions, background, wanted);
            case BackgroundLearned(var learned) ->
                new Cooperation(owner, questions, helps, contributions, evidence, informalQuestions, learned, wanted);
            case WantedKept(var more) ->
                new Cooperation(
                        owner,
                        questions,
                        helps,
                        contributions,
                        evidence,
                        informalQuestions,
                        background,
                        with(wanted, more));
            case RequestReturned _, RequestCompleted _, FieldsFilled _ -> this;
            case QuestionKept(var question) -> withQuestions(with(questions, question));
            case AnswerKept(var id, var said, var _) ->
                withQuestions(changed(questions, it -> it.id().equals(id) ? it.answered(said) : it));
            case HelpKept(var help) -> withHelps(with(helps, help));
            case HelpDropped(var id) -> withHelps(changed(helps, it -> it.id().equals(id) ? it.dropped() : it));
            case ContributionKept(var contribution) -> withContributions(with(contributions, contribution));
            case EvidenceKept(var one) ->
                new Cooperation(
                        owner,
                        questions,
                        helps,
                        contributions,
                        with(evidence, one),
                        informalQuestions,
                        background,
                        wanted);
            case InformalQuestionKept(var question) -> withInformal(with(informalQuestions, question));
            case InformalAnswerKept(var id, var said) ->
                withInformal(changed(
                        informalQuestions,
                        it -> it.id().equals(id)
                                ? new InformalQuestion(
                                        id, it.key(), it.from(), it.to(), it.text(), it.by(), it.at(), said)
                                : it));
        };
    }

    private Cooperation withQuestions(List<Question> next) {
        return new Cooperation(owner, next, helps, contributions, evidence, informalQuestions, background, wanted);
    }

    private Cooperation withHelps(List<Help> next) {
        return new Cooperation(owner, questions, next, contributions, evidence, informalQuestions, background, wanted);
    }

    private Cooperation withContributions(List<Contribution> next) {
        return new Cooperation(owner, questions, helps, next, evidence, informalQuestions, background, wanted);
    }

    private Cooperation withInformal(List<InformalQuestion> next) {
        return new Cooperation(owner, questions, helps, contributions, evidence, next, background, wanted);
    }

    private static <T> List<T> changed(List<T> list, UnaryOperator<T> change) {
        return list.stream().map(change).toList();
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
