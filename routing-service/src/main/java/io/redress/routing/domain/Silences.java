package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseResumed;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.contracts.SilenceEvent.WaitEscalated;
import io.redress.contracts.SilenceEvent.WaitReminded;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.Silence.Stage;
import io.redress.routing.domain.SilenceFact.SilenceBroken;
import io.redress.routing.domain.WaitFact.ContestNoted;
import io.redress.routing.domain.WaitFact.QuestionNoted;
import io.redress.routing.domain.WaitFact.StatementNoted;
import io.redress.routing.domain.WaitFact.WordNoted;
import io.redress.routing.domain.Waiting.Contest;
import io.redress.routing.domain.Waiting.Owed;
import io.redress.routing.domain.Waiting.Questioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a case waits for, how long it has been silent there, and what was promised meanwhile.
 *
 * @param open one per open request, one per open question about one, one per offered date that nobody has answered,
 *     one per department that disagrees with another about a fact, and one per department that is to agree to what is said
 * @param reestimates how often the customer's date was moved
 * @param promised the latest date, where it is not the one of the routing
 */
public record Silences(
        List<Silence> open, int reestimates, @Nullable Instant promised) {
    static final Silences NONE = new Silences(List.of(), 0, null);

    public Silences {
        open = List.copyOf(open);
    }

    /** Those whom nothing keeps: the silence of somebody who waits for another is the other's. */
    public List<Silence> speaking() {
        return open.stream()
                .filter(it -> open.stream().noneMatch(other -> it.waitId().equals(other.parent())))
                .toList();
    }

    /** The case after a fact, as far as silence is concerned. */
    static CaseState heeding(CaseState state, RoutingFact fact) {
        return state instanceof Routed routed
                ? routed.with(routed.silences().after(fact, routed).without(routed))
                : state;
    }

    private Silences after(RoutingFact fact, Routed routed) {
        return switch (fact) {
            case Published(RequestRaised raised) -> with(raised);
            // Whoever is only offered something is not silent; once it is theirs, or the giver's again, they are asked.
            case Published(RequestRedirected it) -> beginning(it.replacedBy(), it.to(), it.redirectedAt(), routed);
            case Published(OfferReturned(var _, var id, var from, var _, var _, var _, var at, var _, var _))
            when id != null && from.isDepartment() -> beginning(id, new DepartmentCode(from.id()), at, routed);
            case Published(WaitReminded it) ->
                changing(it.waitId(), silence -> silence.reaching(Stage.REMINDED, it.remindedAt()));
            case Published(WaitEscalated it) ->
                changing(it.waitId(), silence -> silence.reaching(stage(it.level()), it.escalatedAt()));
            case Published(DateReestimated it) -> new Silences(open, reestimates + 1, it.to());
            // Nobody could be asked while the case was part of another; that time is not theirs.
            case Published(CaseResumed it) -> changingAll(silence -> silence.reaching(silence.stage(), it.resumedAt()));
            // What was said about a silence later than this is said again only after a new one.
            case SilenceBroken(var waitId, var at) ->
                changing(waitId, silence -> at.isBefore(silence.from()) ? silence : silence.broken(at));
            case QuestionNoted(var question) -> asking(question, question.since());
            case ContestNoted(var contest) ->
                beginning(aboutContest(contest, contest.against()))
                        .beginning(aboutContest(contest, contest.department()));
            case StatementNoted(var unsaid) ->
                unsaid.stream().map(Silence::about).reduce(this, Silences::beginning, (_, last) -> last);
            case WordNoted(var owed) when owed.between() != null -> offering(owed, owed.between());
            default -> this;
        };
    }

    private Silences with(RequestRaised raised) {
        RequestId parent = raised.parent();
        List<Silence> more = new ArrayList<>(open);
        more.add(Silence.beginning(
                raised.requestId().value(),
                Party.department(raised.department()),
                parent == null ? null : parent.value(),
                raised.raisedAt(),
                Objects.requireNonNullElse(raised.charterVersion(), 0)));
        return new Silences(
                more, reestimates, raised.kind() == RequestKind.EXECUTION ? later(raised.dueAt()) : promised);
    }

    private Silences beginning(RequestId id, DepartmentCode on, Instant at, Routed routed) {
        RequestId parent = routed.waiting().parentOf(id);
        Silences begun = beginning(Silence.beginning(
                id.value(), Party.department(on), parent == null ? null : parent.value(), at, charterOf(id, routed)));
        for (Questioned question : routed.waiting().questions()) {
            if (question.requestId().equals(id)) {
                begun = begun.asking(question, at);
            }
        }
        return begun;
    }

    /** Absent in what was stored before this was known. */
    private static @Nullable Integer charterOf(RequestId id, Routed routed) {
        return routed.requests().stream()
                .map(Request::ask)
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(Request.Ask::charterVersion)
                .orElse(null);
    }

    private Silences asking(Questioned question, Instant at) {
        return beginning(Silence.beginning(
                question.id(), question.to(), question.requestId().value(), at));
    }

    /** Another offer about the same request is another silence. */
    private Silences offering(Owed owed, Owed.Sides between) {
        String waitId = offerId(owed);
        List<Silence> others =
                open.stream().filter(it -> !it.waitId().equals(waitId)).toList();
        return new Silences(others, reestimates, promised)
                .beginning(Silence.beginning(waitId, between.to(), owed.since(), owed.limit()));
    }

    private static Silence aboutContest(Contest contest, DepartmentCode on) {
        return Silence.aboutContest(contest.claimId(), Party.department(on), contest.since());
    }

    private static String offerId(Owed owed) {
        return owed.what().word() + ":" + WaitCircles.label(owed.requestId());
    }

    private Silences beginning(Silence silence) {
        if (open.stream().anyMatch(it -> it.waitId().equals(silence.waitId()))) {
            return this;
        }
        List<Silence> more = new ArrayList<>(open);
        more.add(silence);
        return new Silences(more, reestimates, promised);
    }

    private Instant later(Instant dueAt) {
        return promised != null && promised.isAfter(dueAt) ? promised : dueAt;
    }

    private Silences changing(String waitId, UnaryOperator<Silence> change) {
        return changingAll(it -> it.waitId().equals(waitId) ? change.apply(it) : it);
    }

    private Silences changingAll(UnaryOperator<Silence> change) {
        return new Silences(open.stream().map(change).toList(), reestimates, promised);
    }

    /** Only what is still open can be silent. */
    private Silences without(Routed routed) {
        Set<String> asked = routed.requests().stream()
                .filter(Request.Open.class::isInstance)
                .map(it -> it.ask().id().value())
                .collect(Collectors.toSet());
        Set<String> questions = routed.waiting().questions().stream()
                .filter(it -> asked.contains(it.requestId().value()))
                .map(Questioned::id)
                .collect(Collectors.toSet());
        Set<String> offers = routed.waiting().owed().stream()
                .filter(it ->
                        it.between() != null && asked.contains(it.requestId().value()))
                .map(Silences::offerId)
                .collect(Collectors.toSet());
        Set<String> contests = routed.waiting().contests().stream()
                .flatMap(it -> Stream.of(aboutContest(it, it.department()), aboutContest(it, it.against())))
                .map(Silence::waitId)
                .collect(Collectors.toSet());
        Set<String> statements =
                routed.waiting().unsaid().stream().map(Silence::statementId).collect(Collectors.toSet());
        Stream<Silence> left = open.stream()
                .filter(it -> Stream.of(asked, questions, offers, contests, statements)
                        .anyMatch(waited -> waited.contains(it.waitId())));
        return new Silences(left.toList(), reestimates, promised);
    }

    private static Stage stage(WaitEscalated.Level level) {
        return switch (level) {
            case DEPUTY -> Stage.DEPUTY_ASKED;
            case SUPERIOR -> Stage.SUPERIOR_ASKED;
        };
    }
}
