package io.redress.department.application;

import io.redress.contracts.CaseId;
import io.redress.contracts.Claim;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Request;
import io.redress.department.domain.RequestTerms;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as its department sees it, with everything said about it.
 *
 * @param words the customer's own
 * @param offeredBy who gives it away and answers for it until this department has accepted; absent for other requests
 * @param stepId the step of the chosen solution that it carries out; absent for other requests
 * @param state in a word, see {@link #stateOf}
 * @param mayDecline whether the department may still say that it is another's
 * @param parent the request of another department that this helps with
 * @param clock how the date has moved; absent where the department has never asked back
 * @param fields what the department needs to begin, in its own names; absent where nobody has said it
 * @param filled which of the fields nobody had to fill in, because the case says them
 * @param wantedBy when whoever asked would like to have it
 * @param preAnswered the problem that was known before the complaint, where that is the answer
 * @param urgency that it is to come before others; absent where nobody has wanted that
 * @param terms what held when it began
 * @param people whom to speak with
 * @param progress notes on the way, oldest first; absent in a worklist, as are questions, helps and what became of the date
 * @param negotiation what both sides have said about the date, and who displaces whom; absent where nothing was said
 */
public record RequestView(
        RequestId requestId,
        CaseId caseId,
        DepartmentCode department,
        RequestKind kind,
        String nature,
        String subject,
        String words,
        String language,
        @Nullable String stepId,
        Instant raisedAt,
        Instant dueAt,
        String state,
        @Nullable DepartmentCode offeredBy,
        boolean mayDecline,
        @Nullable RequestId parent,
        @Nullable Map<String, String> fields,
        @Nullable List<FilledView> filled,
        @Nullable Instant wantedBy,
        Request.@Nullable KnownProblem preAnswered,
        @Nullable ClockView clock,
        @Nullable UrgencyView urgency,
        @Nullable List<NoteView> progress,
        @Nullable List<QuestionView> questions,
        @Nullable List<HelpView> helps,
        @Nullable AnswerView answer,
        @Nullable DeclineView decline,
        @Nullable DateView date,
        @Nullable NegotiationView negotiation,
        TermsView terms,
        PeopleView people) {

    /**
     * What held when it began, and holds whatever the department publishes meanwhile (R80).
     *
     * @param charterVersion 0 where the department had published nothing
     */
    public record TermsView(int charterVersion, Instant firstAnswerBy, Instant resolveBy, long progressEveryMinutes) {
        static TermsView of(RequestTerms terms) {
            return new TermsView(
                    terms.charterVersion(),
                    terms.firstAnswerBy(),
                    terms.resolveBy(),
                    terms.progressEvery().toMinutes());
        }
    }

    /** A note on the way. */
    public record NoteView(String note, String by, Instant reportedAt) {
        static List<NoteView> of(Request request) {
            return request.progress().stream()
                    .map(it -> new NoteView(it.reply().note(), it.reply().by(), it.at()))
                    .toList();
        }
    }

    /** The answer. */
    public record AnswerView(
            boolean done,
            String findings,
            List<Claim> claims,
            List<OptionIdea> options,
            List<String> cites,
            String by,
            Instant answeredAt) {

        /** Absent where there is none yet. */
        static @Nullable AnswerView of(Request request) {
            return request instanceof Request.Answered(var _, var _, var reply, var at)
                    ? new AnswerView(
                            reply.done(),
                            reply.findings(),
                            reply.claims(),
                            reply.options(),
                            reply.cites(),
                            reply.by(),
                            at)
                    : null;
        }
    }

    /** The refusal. */
    public record DeclineView(String reason, DepartmentCode rightOwner, String by, Instant declinedAt) {

        /** Absent where it was not declined. */
        static @Nullable DeclineView of(Request request) {
            return switch (request) {
                case Request.OnOffer given -> of(given.reply(), given.at());
                case Request.Declined declined -> of(declined.reply(), declined.at());
                default -> null;
            };
        }

        private static DeclineView of(DepartmentReply.Decline reply, Instant at) {
            return new DeclineView(reply.reason(), reply.rightOwner(), reply.by(), at);
        }
    }

    /** One request in full. */
    public static RequestView of(DepartmentCase state, Request request) {
        return of(
                state,
                request,
                NoteView.of(request),
                QuestionView.of(state, request),
                HelpView.of(state, request),
                NegotiationView.ifAny(state, request));
    }

    /** An open request as a worklist shows it. */
    static RequestView inWorklist(DepartmentCase state, Request request) {
        return of(state, request, null, null, null, NegotiationView.brief(state, request));
    }

    /** The requests of a case to a department that lack something, the oldest first. */
    public static List<RequestView> returned(DepartmentCase state, DepartmentCode department) {
        return DepartmentDefinition.returnedOf(state).stream()
                .filter(it -> it.ask().department().equals(department))
                .sorted(Comparator.comparing(it -> it.ask().raisedAt()))
                .map(it -> of(state, it, null, QuestionView.of(state, it), null, null))
                .toList();
    }

    /** What state a request is in: {@code offered}, {@code open}, {@code returned} where it lacks something, {@code on-offer}, {@code answered}, {@code declined} or {@code withdrawn}. */
    public static String stateOf(Request request) {
        return switch (request) {
            case Request.Offered _ -> "offered";
            case Request.Open _ -> "open";
            case Request.Incomplete _ -> "returned";
            case Request.OnOffer _ -> "on-offer";
            case Request.Answered _ -> "answered";
            case Request.Declined _ -> "declined";
            case Request.Withdrawn _ -> "withdrawn";
        };
    }

    /** Whether the department has yet to deal with it; what it gives away counts until somebody has taken it (R101). */
    static boolean isOpen(Request request) {
        return mayAnswer(request) || request instanceof Request.OnOffer;
    }

    private static boolean mayAnswer(Request request) {
        return request instanceof Request.Open || request instanceof Request.Offered;
    }

    private static RequestView of(
            DepartmentCase state,
            Request request,
            @Nullable List<NoteView> progress,
            @Nullable List<QuestionView> questions,
            @Nullable List<HelpView> helps,
            @Nullable NegotiationView negotiation) {
        Request.Ask ask = request.ask();
        return new RequestView(
                ask.id(),
                ask.id().caseId(),
                ask.department(),
                ask.kind(),
                ask.nature(),
                ask.subject(),
                state.words(),
                state.language(),
                ask.stepId(),
                ask.raisedAt(),
                ask.dueAt(),
                stateOf(request),
                request instanceof Request.Offered offered ? offered.by() : null,
                (mayAnswer(request) || request instanceof Request.Incomplete)
                        && !state.lastWords().contains(ask.id()),
                ask.parent(),
                ask.fields(),
                FilledView.of(ask.given(), ask.sources()),
                ask.wantedBy(),
                ask.known(),
                ClockView.of(state, request),
                UrgencyView.of(state, ask.id()),
                progress,
                questions,
                helps,
                AnswerView.of(request),
                DeclineView.of(request),
                progress == null ? null : DateView.of(state, request),
                negotiation,
                TermsView.of(ask.terms()),
                PeopleView.of(state, request));
    }
}
