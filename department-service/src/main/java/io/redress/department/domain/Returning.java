package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.CooperationEvent.QuestionAnswered;
import io.redress.contracts.CooperationEvent.QuestionAsked;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.Limits;
import io.redress.contracts.MissingField;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.department.domain.Completeness.Look;
import io.redress.department.domain.Cooperation.Question;
import io.redress.department.domain.Cooperation.Said;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.CooperationFact.AnswerKept;
import io.redress.department.domain.CooperationFact.FieldsFilled;
import io.redress.department.domain.CooperationFact.QuestionKept;
import io.redress.department.domain.CooperationFact.RequestCompleted;
import io.redress.department.domain.CooperationFact.RequestReturned;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.Request.Ask;
import io.redress.department.domain.Request.Incomplete;
import io.redress.department.domain.Request.Open;
import io.redress.department.domain.RequestContract.Checked.Fit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lacks something goes back to whoever made it as a form to fill in, and begins when it is filled in or the case says
 * what was missing.
 */
final class Returning {
    /** No department gives this id to a reply of its own to the same request, since it cannot reply before. */
    static final String REPLY_ID = "charter";

    private final Charters charters;
    private final Completeness completeness;

    Returning(Charters charters, Completeness completeness) {
        this.charters = charters;
        this.completeness = completeness;
    }

    /**
     * A request has become its department's: it enters the queue, or goes back with a form to fill in.
     *
     * @param owned whether the department has said that it is its own, and need not say it again
     */
    List<DepartmentFact> begun(DepartmentCase state, Ask ask, boolean owned, Instant now) {
        Look look = completeness.look(state, ask, Map.of());
        List<DepartmentFact> facts = new ArrayList<>();
        Map<String, String> sources = look.sources();
        // What was filled in when it was asked for has come with the request, and from where it was is known here.
        filledForAsker(state, ask).stream()
                .filter(it -> it.value().equals(look.known().get(it.field())))
                .forEach(it -> sources.putIfAbsent(it.field(), it.source()));
        if (!sources.isEmpty()) {
            facts.add(new FieldsFilled(ask.id(), look.known(), sources));
        }
        // What is answered already needs nothing to begin.
        if (ask.known() == null && !look.lacking().isEmpty()) {
            facts.addAll(returned(state, ask, look, owned, now));
        } else if (!owned) {
            facts.add(Offering.accepted(ask, now));
        }
        return facts;
    }

    private static List<Filled> filledForAsker(DepartmentCase state, Ask ask) {
        Stream<List<Filled>> wanted = state.cooperation().wanted().stream()
                .filter(it -> it.id().equals(ask.wantedId()))
                .map(Cooperation.Wanted::filled);
        Stream<List<Filled>> helps = state.cooperation().helps().stream()
                .filter(it -> Helping.requestOf(state, it)
                        .filter(raised -> raised.ask().id().equals(ask.id()))
                        .isPresent())
                .flatMap(it -> Stream.ofNullable(it.filled()));
        return Stream.concat(wanted, helps).flatMap(List::stream).toList();
    }

    private static List<DepartmentFact> returned(DepartmentCase state, Ask ask, Look look, boolean owned, Instant now) {
        List<MissingField> missing =
                look.lacking().stream().map(ContractField::missed).toList();
        String by = "charter of " + ask.department();
        DepartmentReply.Question text =
                new DepartmentReply.Question(REPLY_ID, ask.id(), ask.department(), by, asking(ask, missing));
        Question question = new Question(
                "question-" + (state.cooperation().questions().size() + 1),
                text,
                Asking.requester(state, ask),
                now,
                null,
                missing);
        return List.of(
                new RequestReturned(ask.id(), owned, look.contract()),
                new QuestionKept(question),
                new Published(new QuestionAsked(
                        ask.id().caseId(),
                        ask.id(),
                        question.id(),
                        ask.department(),
                        question.to(),
                        text.text(),
                        by,
                        now,
                        missing)));
    }

    private static String asking(Ask ask, List<MissingField> missing) {
        String sentence = "To begin, " + ask.department() + " needs: "
                + missing.stream().map(MissingField::name).collect(Collectors.joining(", ")) + ".";
        return sentence.substring(0, Math.min(sentence.length(), Limits.NOTE));
    }

    /** Whoever made the request fills in the form. */
    Decision<DepartmentFact> answer(DepartmentCase state, Question question, AnswerQuestion command, Instant now) {
        Map<String, String> given = command.given();
        return switch (state.request(question.reply().requestId())) {
            case Incomplete incomplete -> {
                Look look = completeness.look(state, incomplete, given);
                yield look.checked() instanceof Fit(var fields)
                        ? accept(completed(incomplete, question, said(question, command, now), fields, look, now))
                        : Completeness.refuse(incomplete.ask().department(), look);
            }
            case null, default ->
                reject(
                        "not-needed",
                        "Expected a question of a request that lacks something, but its department has ended its part");
        };
    }

    /** Whether the same person has filled in the same form before. */
    Decision<DepartmentFact> answerAgain(DepartmentCase state, Question question, Said before, AnswerQuestion command) {
        Request request = state.request(question.reply().requestId());
        boolean same = request != null
                && before.isRepeatedBy(command.speaker(), words(command))
                && completeness
                        .contract(request.ask().department(), request.ask().kind())
                        .fields()
                        .stream()
                        .map(it -> Optional.ofNullable(it.takenFrom(command.given()))
                                .map(value ->
                                        value.equals(it.takenFrom(request.ask().given())))
                                .orElse(true))
                        .allMatch(it -> it);
        return same
                ? nothing()
                : reject("already-answered", "Expected an open question, but " + before.by() + " has answered it");
    }

    private static Said said(Question question, AnswerQuestion command, Instant now) {
        return new Said(
                command.speaker().answering(question.to()),
                words(command),
                command.speaker().by(),
                now);
    }

    private static String words(AnswerQuestion command) {
        return command.text().isBlank()
                ? "Filled in: " + command.given().keySet().stream().sorted().collect(Collectors.joining(", ", "", "."))
                : command.text();
    }

    /**
     * The facts, and which requests lack nothing any more after them: what one department finds out may be what another
     * waits for.
     */
    List<DepartmentFact> andWhatIsComplete(DepartmentCase after, List<DepartmentFact> facts, Instant now) {
        List<DepartmentFact> more = new ArrayList<>(facts);
        for (Request request : after.requests()) {
            if (request instanceof Incomplete incomplete) {
                openForm(after, incomplete.ask().id())
                        .ifPresent(question -> more.addAll(nowKnown(after, incomplete, question, now)));
            }
        }
        return more;
    }

    private List<DepartmentFact> nowKnown(DepartmentCase state, Incomplete incomplete, Question question, Instant now) {
        Look look = completeness.look(state, incomplete, Map.of());
        if (!(look.checked() instanceof Fit(var fields))) {
            return List.of();
        }
        Party from = Party.department(incomplete.ask().department());
        String text =
                "The case says it now: " + String.join(", ", look.sources().keySet()) + ".";
        Said said = new Said(from, text, "charter of " + incomplete.ask().department(), now);
        return completed(incomplete, question, said, fields, look, now);
    }

    private List<DepartmentFact> completed(
            Incomplete incomplete, Question question, Said said, Map<String, String> fields, Look look, Instant now) {
        Ask ask = incomplete.ask();
        RequestId id = ask.id();
        RequestTerms terms = begins(ask, now);
        Instant dueAt = terms.resolveBy();
        Map<String, String> sources = new LinkedHashMap<>(ask.sources() == null ? Map.of() : ask.sources());
        sources.keySet()
                .removeIf(it -> !fields.getOrDefault(it, "").equals(ask.given().get(it)));
        sources.putAll(look.sources());
        List<DepartmentFact> facts = new ArrayList<>();
        facts.add(new AnswerKept(question.id(), said, dueAt));
        facts.add(new RequestCompleted(id, fields, sources, terms));
        facts.add(new Published(new QuestionAnswered(
                id.caseId(), id, question.id(), ask.department(), said.text(), said.by(), now, dueAt, fields)));
        if (!incomplete.owned()) {
            facts.add(Offering.accepted(ask.due(dueAt), now));
        }
        return facts;
    }

    /** The whole time that the department has for it begins when it is complete, in its working time. */
    private RequestTerms begins(Ask ask, Instant now) {
        Charter charter = charters.under(ask);
        Duration worked = charter.calendar().between(ask.raisedAt(), ask.dueAt());
        // Where its date lies in hours that its calendar does not know, it has as long as it had.
        Instant dueAt = worked.isPositive() && worked.compareTo(WorkCalendar.MOST) <= 0
                ? charter.calendar().add(now, worked)
                : now.plus(Duration.between(ask.raisedAt(), ask.dueAt()));
        return RequestTerms.of(now, dueAt, charter);
    }

    private static Optional<Question> openForm(DepartmentCase state, RequestId id) {
        return state.cooperation().questionsAbout(id).stream()
                .filter(it -> it.isOpen() && it.isOfCharter())
                .findFirst();
    }

    static DepartmentCase after(DepartmentCase state, CooperationFact fact) {
        return switch (fact) {
            case FieldsFilled(var id, var fields, var sources) ->
                state.replacing(
                        id,
                        it -> it instanceof Open open
                                ? new Open(open.ask().with(fields, sources), open.progress(), open.returned())
                                : it);
            case RequestReturned(var id, var owned, var contract) ->
                state.replacing(
                        id,
                        it -> it instanceof Open open
                                ? new Incomplete(open.ask(), open.returned(), owned, contract)
                                : it);
            case RequestCompleted(var id, var fields, var sources, var terms) ->
                state.replacing(
                        id, it -> it instanceof Incomplete lacking ? lacking.complete(fields, sources, terms) : it);
            default -> state;
        };
    }

    /** What comes back from somebody who did not take it over lacks what it has lacked. */
    static DepartmentCase reopened(DepartmentCase state, RequestId id) {
        return state.replacing(id, it -> {
            Request open = Offering.reopened(it);
            return open instanceof Open again && openForm(state, id).isPresent()
                    ? new Incomplete(again.ask(), again.returned(), true, null)
                    : open;
        });
    }
}
