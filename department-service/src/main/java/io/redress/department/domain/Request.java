package io.redress.department.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.KnownAnswer;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request inside its department, with everything said about it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Request {

    /** What was asked, and of whom. */
    Ask ask();

    /** Notes on the way, oldest first. */
    List<Note> progress();

    /**
     * Another department gives it away, and answers for it until this one has accepted.
     *
     * @param by who gives it away
     */
    record Offered(Ask ask, DepartmentCode by) implements Request {
        @Override
        public List<Note> progress() {
            return List.of();
        }
    }

    /**
     * The department works on it.
     *
     * @param returned what it declined with, where nobody took it over; absent otherwise
     */
    record Open(Ask ask, List<Note> progress, DepartmentReply.@Nullable Decline returned) implements Request {
        /** Older notes have been published and need not stay here. */
        static final int MOST_NOTES = 100;

        Open(Ask ask, List<Note> progress) {
            this(ask, progress, null);
        }

        Open due(Instant when) {
            return new Open(ask.due(when), progress, returned);
        }

        Open noting(DepartmentReply.Progress reply, Instant at) {
            List<Note> more = new ArrayList<>(progress);
            more.add(new Note(reply, at));
            return new Open(
                    ask, List.copyOf(more.subList(Math.max(0, more.size() - MOST_NOTES), more.size())), returned);
        }
    }

    /**
     * It lacks something of what the department needs to begin, and has gone back to whoever made it. It is not in the
     * department's queue, and its clock has not begun.
     *
     * @param returned as for {@link Open}
     * @param owned whether the department has said that it is its own
     * @param contract which it does not meet; absent where the department needs by then what it needs now
     */
    record Incomplete(
            Ask ask,
            DepartmentReply.@Nullable Decline returned,
            boolean owned,
            @Nullable RequestContract contract) implements Request {
        @Override
        public List<Note> progress() {
            return List.of();
        }

        Open complete(Map<String, String> fields, Map<String, String> sources, RequestTerms begin) {
            return new Open(ask.begun(fields, sources, begin), List.of(), returned);
        }
    }

    /** The department has answered. */
    record Answered(Ask ask, List<Note> progress, DepartmentReply.Answer reply, Instant at) implements Request {}

    /** The department has declined, and answers for it until whoever it named has accepted. */
    record OnOffer(Ask ask, List<Note> progress, DepartmentReply.Decline reply, Instant at) implements Request {}

    /** The department has declined and named the right owner; it is another's now. */
    record Declined(Ask ask, List<Note> progress, DepartmentReply.Decline reply, Instant at) implements Request {}

    /** The department need not go on; what it has noted stays. */
    record Withdrawn(Ask ask, List<Note> progress, String reason, Instant at) implements Request {}

    /** How far the work was at a time. */
    record Note(DepartmentReply.Progress reply, Instant at) {}

    /**
     * What is asked, and of whom.
     *
     * @param stepId the step of the chosen solution that it carries out; absent for other requests
     * @param dueAt moves by the time in which the department could not go on (R94)
     * @param parent the request of another department that this helps with
     * @param known what was known before the complaint and counts as the answer
     * @param fields what the department needs to begin, in its own names
     * @param terms what held when it began; the usual in what an older version has stored
     * @param sources by field, where the case said what nobody had to fill in
     * @param wantedBy when whoever asked would like to have it (R90)
     * @param wantedId the wish that it was raised for
     */
    record Ask(
            RequestId id,
            DepartmentCode department,
            RequestKind kind,
            String nature,
            String subject,
            @Nullable String stepId,
            Instant raisedAt,
            Instant dueAt,
            @Nullable RequestId parent,
            @Nullable KnownProblem known,
            @Nullable Map<String, String> fields,
            RequestTerms terms,
            @Nullable Map<String, String> sources,
            @Nullable Instant wantedBy,
            @Nullable String wantedId) {

        public Ask {
            terms = Objects.requireNonNullElseGet(
                    terms, () -> RequestTerms.of(raisedAt, dueAt, Charter.usual(department)));
        }

        Ask due(Instant when) {
            return changed(when, fields, sources, terms);
        }

        Ask with(Map<String, String> allFields, Map<String, String> filledFrom) {
            return changed(dueAt, allFields, filledFrom, terms);
        }

        /** It was complete only now, so its time begins now. */
        Ask begun(Map<String, String> allFields, Map<String, String> filledFrom, RequestTerms begin) {
            return changed(begin.resolveBy(), allFields, filledFrom, begin);
        }

        private Ask changed(
                Instant due,
                @Nullable Map<String, String> allFields,
                @Nullable Map<String, String> filledFrom,
                RequestTerms itsTerms) {
            return new Ask(
                    id,
                    department,
                    kind,
                    nature,
                    subject,
                    stepId,
                    raisedAt,
                    due,
                    parent,
                    known,
                    allFields,
                    itsTerms,
                    filledFrom == null || filledFrom.isEmpty() ? null : filledFrom,
                    wantedBy,
                    wantedId);
        }

        /** What was said of what the department needs. */
        public Map<String, String> given() {
            return fields == null ? Map.of() : fields;
        }

        static Ask of(RequestRaised raised, RequestTerms terms) {
            return new Ask(
                    raised.requestId(),
                    raised.department(),
                    raised.kind(),
                    raised.nature(),
                    raised.subject(),
                    raised.stepId(),
                    raised.raisedAt(),
                    raised.dueAt(),
                    raised.parent(),
                    KnownProblem.of(raised.knownAnswer()),
                    raised.fields(),
                    terms,
                    null,
                    raised.wantedBy(),
                    raised.wantedId());
        }
    }

    /** A problem that was known before the complaint came, and why this is taken for the same (R61). */
    record KnownProblem(String problemId, String title, String reason) {

        static @Nullable KnownProblem of(@Nullable KnownAnswer answer) {
            return answer == null ? null : new KnownProblem(answer.problemId(), answer.title(), answer.reason());
        }
    }

    /** What was said under this id before, if anything. */
    default @Nullable DepartmentReply said(String replyId) {
        Stream<DepartmentReply> last = switch (this) {
            case Offered _, Withdrawn _ -> Stream.empty();
            case Open open -> Stream.ofNullable(open.returned());
            case Incomplete incomplete -> Stream.ofNullable(incomplete.returned());
            case Answered answered -> Stream.of(answered.reply());
            case OnOffer given -> Stream.of(given.reply());
            case Declined declined -> Stream.of(declined.reply());
        };
        return Stream.concat(progress().stream().map(Note::reply), last)
                .filter(it -> it.replyId().equals(replyId))
                .findFirst()
                .orElse(null);
    }
}
