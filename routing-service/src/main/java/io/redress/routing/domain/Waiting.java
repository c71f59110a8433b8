package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has been asked what in a case and has not answered yet: all that the {@link WaitGraph} follows from.
 *
 * @param asked open requests, in the order in which they were raised
 * @param helps all requests that were ever raised to help with another one
 * @param questions open questions back to whoever made a request
 * @param offers of which nobody knows yet whether they are taken
 * @param customer what the customer is asked; absent while it is our turn
 * @param circles of waits that were found and are not broken
 * @param told what we last said holds the case up; absent where nothing does
 * @param owed words that are owed about open requests, on the way to their answers
 * @param contests facts about which two departments do not agree
 * @param unsaid what is to be said to the customer and has not been agreed to
 */
public record Waiting(
        List<Asked> asked,
        List<Helped> helps,
        List<Questioned> questions,
        List<Offered> offers,
        @Nullable CustomersTurn customer,
        List<Circle> circles,
        @Nullable Blocker told,
        List<Owed> owed,
        List<Contest> contests,
        List<Unsaid> unsaid) {

    /** Nobody waits for anybody. */
    public static final Waiting NOBODY = new Waiting(
            List.of(), List.of(), List.of(), List.of(), null, List.of(), null, List.of(), List.of(), List.of());

    public Waiting {
        asked = List.copyOf(asked);
        helps = List.copyOf(helps);
        questions = List.copyOf(questions);
        offers = List.copyOf(offers);
        circles = List.copyOf(circles);
        // What was stored before it was known has none.
        owed = owed == null ? List.of() : List.copyOf(owed);
        contests = contests == null ? List.of() : List.copyOf(contests);
        unsaid = unsaid == null ? List.of() : List.copyOf(unsaid);
    }

    /**
     * An open request.
     *
     * @param parent the request it helps with
     * @param offeredBy who answers for it until it is accepted
     */
    public record Asked(
            RequestId id,
            DepartmentCode department,
            RequestKind kind,
            Instant since,
            Instant limit,
            @Nullable RequestId parent,
            @Nullable DepartmentCode offeredBy) {

        Party party() {
            return Party.department(department);
        }

        Asked accepted() {
            return new Asked(id, department, kind, since, limit, parent, null);
        }

        Asked until(Instant later) {
            return new Asked(id, department, kind, since, later, parent, offeredBy);
        }
    }

    /**
     * A request that was raised to help with another one.
     *
     * @param helpId under which the department asked for it; absent where that is not known yet
     */
    public record Helped(
            RequestId id, RequestId parent, @Nullable String helpId) {}

    /** A question about a request that its department cannot go on without. */
    public record Questioned(
            String id, RequestId requestId, DepartmentCode department, Party to, Instant since, Instant limit) {}

    /**
     * Somebody is asked to take over.
     *
     * @param requestId absent where it is the case itself
     * @param replacedBy the request under which the other would have it
     */
    public record Offered(
            @Nullable RequestId requestId,
            Party from,
            Party to,
            @Nullable RequestId replacedBy,
            Instant since,
            Instant limit) {

        boolean concerns(@Nullable RequestId id) {
            return Objects.equals(requestId, id);
        }
    }

    /**
     * What the customer is asked.
     *
     * @param what a clarification or a choice
     * @param proposalId of a choice
     */
    public record CustomersTurn(Wait.What what, @Nullable String proposalId, Instant since, Instant limit) {}

    /**
     * A word about a request.
     *
     * @param what of progress, of an estimate, whether a date is still true, or whether an offered one is agreed
     * @param between who waits for it, and who owes it; absent where the request's department owes it to whoever asked
     */
    public record Owed(
            RequestId requestId,
            Wait.What what,
            Instant since,
            Instant limit,
            @Nullable Sides between) {
        public Owed(RequestId requestId, Wait.What what, Instant since, Instant limit) {
            this(requestId, what, since, limit, null);
        }

        /** Who has offered a date, and who has not said yet whether it holds. */
        public record Sides(Party from, Party to) {}

        boolean isSame(Owed other) {
            return requestId.equals(other.requestId) && what == other.what;
        }
    }

    /**
     * Two departments state different things about the same.
     *
     * @param claimId of what is said against the live value
     */
    public record Contest(
            String claimId,
            String key,
            DepartmentCode department,
            DepartmentCode against,
            Instant since,
            Instant limit) {}

    /**
     * Somebody wants to say something to the customer, and a department has not agreed to it.
     *
     * @param department whose person wants to say it
     * @param on who is to agree; the same where a second person of that department is enough
     */
    public record Unsaid(
            String statementId, DepartmentCode department, DepartmentCode on, Instant since, Instant limit) {}

    /** Requests that wait for each other. */
    public record Circle(
            String id, List<RequestId> requests, DepartmentCode superior, Instant foundAt, Instant decideBy) {
        public Circle {
            requests = List.copyOf(requests);
        }
    }

    /** What holds a case up. */
    public record Blocker(Party party, @Nullable RequestId requestId) {}

    /** An open request; null where it is not open. */
    @Nullable
    Asked asked(@Nullable RequestId id) {
        return asked.stream().filter(it -> it.id().equals(id)).findFirst().orElse(null);
    }

    @Nullable
    Circle circle(String id) {
        return circles.stream().filter(it -> it.id().equals(id)).findFirst().orElse(null);
    }

    /** What a request helps with, whether it is open or not; null where it stands for itself. */
    @Nullable
    RequestId parentOf(RequestId id) {
        return helps.stream()
                .filter(it -> it.id().equals(id))
                .map(Helped::parent)
                .findFirst()
                .orElse(null);
    }

    /** Whether its department has declined it and nobody has taken it over yet. */
    boolean isOnOffer(RequestId id) {
        return offers.stream().anyMatch(it -> it.concerns(id));
    }

    /** What its department owes about a request. */
    Stream<Owed> owed(RequestId id) {
        return owed.stream().filter(it -> it.requestId().equals(id));
    }

    Stream<Asked> helpingWith(RequestId parent) {
        return asked.stream().filter(it -> parent.equals(it.parent()));
    }

    /** Whether the same is open; what we last said about it may differ. */
    public boolean isSameAs(Waiting other) {
        return telling(null).equals(other.telling(null));
    }

    Waiting asking(Asked more) {
        return asked(more.id()) != null ? this : withAsked(with(asked, more));
    }

    Waiting helped(Helped more) {
        boolean isThere = helps.stream().anyMatch(it -> it.id().equals(more.id()));
        return withHelps(isThere ? changing(helps, it -> it.id().equals(more.id()), _ -> more) : with(helps, more));
    }

    /** Nobody waits for this request any more, and nobody for a word about it. */
    Waiting without(RequestId id) {
        return withAsked(without(asked, it -> it.id().equals(id)))
                .withQuestions(without(questions, it -> it.requestId().equals(id)))
                .withOffers(without(offers, it -> id.equals(it.requestId()) || id.equals(it.replacedBy())))
                .withOwed(without(owed, it -> it.requestId().equals(id)));
    }

    Waiting accepted(RequestId id) {
        return withAsked(changing(asked, it -> it.id().equals(id), Asked::accepted));
    }

    Waiting until(RequestId id, Instant later) {
        return withAsked(changing(asked, it -> it.id().equals(id), it -> it.until(later)));
    }

    Waiting questioned(Questioned more) {
        return withQuestions(with(without(questions, it -> it.id().equals(more.id())), more));
    }

    Waiting withoutQuestion(String id) {
        return withQuestions(without(questions, it -> it.id().equals(id)));
    }

    Waiting owing(Owed more) {
        return withOwed(with(without(owed, more::isSame), more));
    }

    Waiting withoutWord(RequestId id, Wait.What what) {
        return withOwed(without(owed, it -> it.requestId().equals(id) && it.what() == what));
    }

    Waiting offered(Offered more) {
        return withOffers(with(offers, more));
    }

    Waiting withoutOffer(@Nullable RequestId id) {
        return withOffers(without(offers, it -> it.concerns(id)));
    }

    Waiting found(Circle more) {
        return withCircles(with(circles, more));
    }

    Waiting withoutCircle(String id) {
        return withCircles(without(circles, it -> it.id().equals(id)));
    }

    Waiting contested(Contest more) {
        return withContests(with(without(contests, it -> it.claimId().equals(more.claimId())), more));
    }

    Waiting withoutContest(String claimId) {
        return withContests(without(contests, it -> it.claimId().equals(claimId)));
    }

    Waiting unsaid(Unsaid more) {
        return withUnsaid(with(
                without(
                        unsaid,
                        it -> it.statementId().equals(more.statementId())
                                && it.on().equals(more.on())),
                more));
    }

    Waiting agreed(String statementId, DepartmentCode department) {
        return withUnsaid(without(
                unsaid, it -> it.statementId().equals(statementId) && it.on().equals(department)));
    }

    Waiting withoutUnsaid(String statementId) {
        return withUnsaid(without(unsaid, it -> it.statementId().equals(statementId)));
    }

    /** The case is over: what was last told, and the circles that were found, are still to be taken back. */
    Waiting ended() {
        return NOBODY.withHelps(helps).withCircles(circles).telling(told);
    }

    private Waiting withAsked(List<Asked> next) {
        return new Waiting(next, helps, questions, offers, customer, circles, told, owed, contests, unsaid);
    }

    private Waiting withHelps(List<Helped> next) {
        return new Waiting(asked, next, questions, offers, customer, circles, told, owed, contests, unsaid);
    }

    private Waiting withQuestions(List<Questioned> next) {
        return new Waiting(asked, helps, next, offers, customer, circles, told, owed, contests, unsaid);
    }

    private Waiting withOffers(List<Offered> next) {
        return new Waiting(asked, helps, questions, next, customer, circles, told, owed, contests, unsaid);
    }

    Waiting with(@Nullable CustomersTurn turn) {
        return new Waiting(asked, helps, questions, offers, turn, circles, told, owed, contests, unsaid);
    }

    private Waiting withCircles(List<Circle> next) {
        return new Waiting(asked, helps, questions, offers, customer, next, told, owed, contests, unsaid);
    }

    Waiting telling(@Nullable Blocker blocker) {
        return new Waiting(asked, helps, questions, offers, customer, circles, blocker, owed, contests, unsaid);
    }

    private Waiting withOwed(List<Owed> next) {
        return new Waiting(asked, helps, questions, offers, customer, circles, told, next, contests, unsaid);
    }

    private Waiting withContests(List<Contest> next) {
        return new Waiting(asked, helps, questions, offers, customer, circles, told, owed, next, unsaid);
    }

    private Waiting withUnsaid(List<Unsaid> next) {
        return new Waiting(asked, helps, questions, offers, customer, circles, told, owed, contests, next);
    }

    private static <T> List<T> with(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    private static <T> List<T> without(List<T> list, Predicate<T> unwanted) {
        return list.stream().filter(unwanted.negate()).toList();
    }

    private static <T> List<T> changing(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
        return list.stream().map(it -> which.test(it) ? change.apply(it) : it).toList();
    }
}
