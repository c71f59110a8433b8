package io.redress.department.application;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.Outgoing;
import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.department.domain.CharterBook;
import io.redress.department.domain.CharterFact;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentRules;
import io.redress.department.domain.DepartmentState;
import io.redress.department.domain.Deviating;
import io.redress.department.domain.Negotiating;
import io.redress.department.domain.PostFact;
import io.redress.department.domain.RefusalFact;
import io.redress.department.domain.RefusalLedger;
import io.redress.department.domain.Reminding;
import io.redress.department.domain.Request;
import io.redress.department.domain.Settling;
import io.redress.department.domain.ThanksWeek;
import io.redress.department.domain.UrgencyWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The department service's cases, for the chassis. */
public final class DepartmentDefinition implements CaseDefinition<DepartmentState, DepartmentCommand, DepartmentFact> {
    public static final String STREAM = "departments";
    /** What is told of replies that were not taken; where it was refused at once, with the partition's number. */
    public static final String REFUSALS = "refusals";

    /** The cases in which a department has open requests, what breaks first first; see {@link WorklistEntries#value}. */
    public static final String WORKLIST = "worklist";

    /** The cases in which something came before others without anybody paying for it, the latest first. */
    public static final String EXEMPT = "urgency-exempt";

    /** The value of an index that has only one. */
    public static final String ALL = "all";
    /** The cases in which requests to a department lack something, the oldest first; the value is its code. */
    public static final String RETURNED = "returned";

    /** The cases with requests that are to leave as mail, the oldest first; the value is {@link #BY_MAIL}. */
    public static final String TO_POST = "to-post";

    public static final String BY_MAIL = "mail";

    private final Decider<DepartmentState, DepartmentCommand, DepartmentFact> decider;
    private final Predicate<DepartmentCode> byMail;
    private final LatestStarts starts;
    private final @Nullable Duration rateWithin;

    /** Where no department wants its requests as mail, and nobody knows how long work takes. */
    public DepartmentDefinition(Decider<DepartmentState, DepartmentCommand, DepartmentFact> decider) {
        this(decider, _ -> false, LatestStarts.UNKNOWN, null);
    }

    /**
     * @param byMail whether a department wants its requests as mail
     * @param starts by which worklists are sorted
     * @param rateWithin how long after an answer somebody is reminded to rate it; null where nobody is
     */
    public DepartmentDefinition(
            Decider<DepartmentState, DepartmentCommand, DepartmentFact> decider,
            Predicate<DepartmentCode> byMail,
            LatestStarts starts,
            @Nullable Duration rateWithin) {
        this.decider = decider;
        this.byMail = byMail;
        this.starts = starts;
        this.rateWithin = rateWithin;
    }

    @Override
    public String service() {
        return "department";
    }

    @Override
    public Decider<DepartmentState, DepartmentCommand, DepartmentFact> decider() {
        return decider;
    }

    @Override
    public Class<DepartmentState> stateType() {
        return DepartmentState.class;
    }

    @Override
    public Set<String> streams() {
        return Set.of("routing", "resolutions", STREAM, CharterOnTheWire.STREAM);
    }

    @Override
    public List<Outgoing> outgoing(String caseId, DepartmentFact fact) {
        return switch (fact) {
            case DepartmentFact.Published(var event) -> List.of(outgoing(STREAM, Topics.DEPARTMENTS, event));
            case DepartmentFact.RefusedLater(var refusal) ->
                List.of(outgoing(REFUSALS, Topics.DEPARTMENT_REFUSALS, refusal));
            case RefusalFact.RefusalTold(var stream, var _, var refusal) ->
                List.of(outgoing(stream, Topics.DEPARTMENT_REFUSALS, refusal));
            case CharterFact charter -> List.of(CharterOnTheWire.outgoing(charter));
            default -> List.of();
        };
    }

    private static Outgoing outgoing(String stream, String topic, CaseEvent event) {
        return new Outgoing(stream, topic, EventTypes.wireName(event.getClass()), Wire.write(event));
    }

    /**
     * The version of a charter's document is the version of the charter. That a mail is on its way changes nothing that
     * anybody decides upon.
     */
    @Override
    public boolean isBookkeeping(DepartmentFact fact) {
        return fact instanceof CharterFact.EditionAgreed || fact instanceof PostFact;
    }

    @Override
    public List<byte[]> log(DepartmentFact fact) {
        return fact instanceof CharterFact.EditionPublished published
                ? published.shelved().stream().map(CharterRegistry::shelved).toList()
                : List.of();
    }

    /** One entry per department and case, not per request: a case that came twice on a page would be told twice. */
    @Override
    public List<IndexEntry> entries(String caseId, DepartmentState state) {
        return switch (state) {
            case DepartmentCase known ->
                Stream.concat(entriesOf(known).stream(), toPost(known).stream()).toList();
            case CharterBook book -> CharterEntries.of(book);
            case UrgencyWeek _, ThanksWeek _, RefusalLedger _ -> List.of();
        };
    }

    private List<IndexEntry> entriesOf(DepartmentCase state) {
        return Stream.of(
                        WorklistEntries.of(state, starts),
                        returned(state),
                        FinishedWork.entries(state).stream(),
                        TellDisplaced.entries(state).stream(),
                        UrgencyEntries.of(state),
                        CommitmentEntries.of(state).stream(),
                        DeliveryEntries.of(state),
                        ServiceEntries.of(state))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<IndexEntry> returned(DepartmentCase state) {
        Map<String, Instant> oldest = new TreeMap<>();
        returnedOf(state)
                .forEach(it -> oldest.merge(
                        it.ask().department().value(), it.ask().raisedAt(), (a, b) -> a.isBefore(b) ? a : b));
        return oldest.entrySet().stream()
                .map(it -> IndexEntry.sorted(RETURNED, it.getKey(), WorklistEntries.at(it.getValue())));
    }

    /** The requests of a case that lack something, in the order in which they came. */
    static List<Request> returnedOf(DepartmentCase state) {
        return state.requests().stream()
                .filter(Request.Incomplete.class::isInstance)
                .toList();
    }

    private List<IndexEntry> toPost(DepartmentCase state) {
        return toPost(state, byMail).stream()
                .map(it -> it.ask().raisedAt())
                .min(Instant::compareTo)
                .map(it -> IndexEntry.sorted(TO_POST, BY_MAIL, WorklistEntries.at(it)))
                .stream()
                .toList();
    }

    /** The requests that are to leave as mail and have not yet. */
    static List<Request> toPost(DepartmentCase state, Predicate<DepartmentCode> byMail) {
        return openOf(state).stream()
                .filter(it -> byMail.test(it.ask().department()))
                .filter(it -> !state.dealings().posts().sent().contains(it.ask().id()))
                .toList();
    }

    /** The open requests of a case, in the order in which they came. */
    static List<Request> openOf(DepartmentCase state) {
        return state.requests().stream().filter(RequestView::isOpen).toList();
    }

    @Override
    public Optional<Instant> nextDue(DepartmentState state) {
        DepartmentCase known = DepartmentRules.caseOf(state);
        return Stream.of(
                        known.early().stream().map(DepartmentCase.EarlyReply::until),
                        Settling.nextDue(known).stream(),
                        Negotiating.nextDue(known).stream(),
                        Stream.ofNullable(Deviating.nextDue(known)),
                        Stream.ofNullable(rateWithin).flatMap(it -> Reminding.nextDue(known, it).stream()))
                .flatMap(Function.identity())
                .min(Instant::compareTo);
    }

    @Override
    public Optional<DepartmentCommand> onDeadline() {
        return Optional.of(new DepartmentCommand.DeadlineReached());
    }
}
