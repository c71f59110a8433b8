package io.redress.resolution.domain;

import io.redress.contracts.ClearanceEvent.ClearanceGiven;
import io.redress.contracts.ClearanceEvent.ClearanceLapsed;
import io.redress.contracts.ClearanceEvent.ClearanceRefused;
import io.redress.contracts.ClosingEvent.CaseReopened;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Money;
import io.redress.contracts.RequestId;
import io.redress.contracts.ResolutionEvent.ExecutionStepFailed;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.Clearance.Word;
import io.redress.resolution.domain.ClearanceFact.Bargained;
import io.redress.resolution.domain.ClearanceFact.CircumstancesLearned;
import io.redress.resolution.domain.ClearanceFact.ClearanceOpened;
import io.redress.resolution.domain.ClearanceFact.IdeasLearned;
import io.redress.resolution.domain.ResolutionFact.AnswerForgotten;
import io.redress.resolution.domain.ResolutionFact.AnswerLearned;
import io.redress.resolution.domain.ResolutionFact.ProposalHeld;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who must agree before the customer sees something, who has, and how often the customer has bargained.
 *
 * @param circumstances absent until routing has spoken
 * @param origins whose the ideas are: of all answers while they come in, then of what is proposed
 * @param asked what the gates were asked about the present proposal
 * @param cleared what was cleared, as gate and digest of an option; the last {@value #MOST_CLEARED}
 * @param rounds how often the customer has countered or declined since the case was opened
 * @param last what the customer said last
 * @param answered what the answers were to on which a proposal rests that no customer has seen
 * @param sentBack what was answered, went back and was not answered anew
 */
public record Clearances(
        @Nullable Circumstances circumstances,
        List<Origin> origins,
        List<Clearance> asked,
        List<String> cleared,
        int rounds,
        @Nullable Bargain last,
        List<RequestId> answered,
        List<RequestId> sentBack) {
    static final Clearances NONE = new Clearances(null, List.of(), List.of(), List.of(), 0, null, List.of(), List.of());

    /** What falls out is asked about again. */
    private static final int MOST_CLEARED = 100;

    /** Those before can be sent back, but without effect. */
    private static final int MOST_ANSWERED = 100;

    public Clearances {
        origins = List.copyOf(Objects.requireNonNullElse(origins, List.of()));
        asked = List.copyOf(Objects.requireNonNullElse(asked, List.of()));
        cleared = List.copyOf(Objects.requireNonNullElse(cleared, List.of()));
        answered = List.copyOf(Objects.requireNonNullElse(answered, List.of()));
        sentBack = List.copyOf(Objects.requireNonNullElse(sentBack, List.of()));
    }

    /** What nobody has decided yet. */
    public List<Clearance> open() {
        return asked.stream().filter(Clearance::isOpen).toList();
    }

    /** What the gate was asked last. */
    public Optional<Clearance> at(String gate) {
        return asked.stream().filter(it -> it.gate().equals(gate)).findFirst();
    }

    Optional<Clearance> openUnder(@Nullable String clearanceId) {
        return asked.stream()
                .filter(it -> it.isOpen() && it.clearanceId().equals(clearanceId))
                .findFirst();
    }

    /** Whose idea it was; none for what the company has declared, more than one where departments had the very same. */
    public Stream<Origin> originsOf(Option option) {
        return origins.stream().filter(it -> it.isOf(option));
    }

    /** The department that had the idea; empty where it is nobody's, or not only one's. */
    public Optional<DepartmentCode> ideaOf(Option option) {
        List<DepartmentCode> departments =
                originsOf(option).map(Origin::department).distinct().toList();
        return departments.size() == 1 ? Optional.of(departments.getFirst()) : Optional.empty();
    }

    /** @param digest of an option */
    boolean hasCleared(String gate, String digest) {
        return cleared.contains(key(gate, digest));
    }

    Circumstances known() {
        return Objects.requireNonNullElse(circumstances, Circumstances.UNKNOWN);
    }

    Clearances after(ResolutionFact fact) {
        return switch (fact) {
            case CircumstancesLearned(Circumstances learned) ->
                new Clearances(learned, origins, asked, cleared, rounds, last, answered, sentBack);
            case AnswerLearned(Answer answer) ->
                answered(
                        Stream.concat(originsOf(answer), origins.stream()),
                        plus(answered, answer.requestId()),
                        without(sentBack, answer.requestId()));
            case AnswerForgotten(RequestId request) ->
                answered(
                        origins.stream().filter(it -> !request.equals(it.requestId())),
                        without(answered, request),
                        plus(sentBack, request));
            case IdeasLearned(List<Origin> ideas) ->
                answered(Stream.concat(ideas.stream(), origins.stream()), answered, sentBack);
            case ProposalHeld held -> of(held.draft(), answered);
            case Published(SolutionsProposed proposal) -> of(proposal, List.of());
            case Published(ExecutionStepFailed failed)
            when failed.kept() != null ->
                new Clearances(
                        known().keeping(failed.kept()), origins, asked, cleared, rounds, last, answered, sentBack);
            case ClearanceOpened(Clearance clearance) -> asking(clearance);
            case Published(ClearanceGiven given) ->
                given(given.clearanceId(), new Word(true, given.reason(), given.by(), given.givenAt()));
            case Published(ClearanceRefused refused) ->
                deciding(
                        refused.clearanceId(),
                        it -> it.decided(new Word(false, refused.reason(), refused.by(), refused.refusedAt())));
            case Published(ClearanceLapsed lapsed) ->
                asked(asked.stream().filter(it -> !it.clearanceId().equals(lapsed.clearanceId())));
            // Who comes back may bargain as far as anybody who comes anew.
            case Published(CaseReopened _) ->
                new Clearances(circumstances, origins, asked, cleared, 0, null, List.of(), sentBack);
            case Bargained(Bargain bargain) ->
                new Clearances(circumstances, origins, asked, cleared, rounds + 1, bargain, answered, sentBack);
            default -> this;
        };
    }

    /** Whose ideas are not in it need not be remembered, nor what was asked about another proposal and is decided. */
    private Clearances of(SolutionsProposed proposal, List<RequestId> restsOn) {
        List<Origin> proposed =
                proposal.options().stream().flatMap(this::originsOf).distinct().toList();
        return new Clearances(
                circumstances,
                proposed,
                asked.stream()
                        .filter(it -> it.isOpen() || it.proposalId().equals(proposal.proposalId()))
                        .toList(),
                cleared,
                rounds,
                last,
                restsOn,
                sentBack);
    }

    private static Stream<Origin> originsOf(Answer answer) {
        return answer.ideas().stream()
                .map(idea -> Origin.of(idea, answer.department(), answer.by(), answer.requestId()));
    }

    private static List<RequestId> without(List<RequestId> requests, RequestId request) {
        return requests.stream().filter(it -> !it.equals(request)).toList();
    }

    private static List<RequestId> plus(List<RequestId> requests, RequestId request) {
        List<RequestId> before = without(requests, request);
        return Stream.concat(before.stream().skip(Math.max(0, before.size() + 1L - MOST_ANSWERED)), Stream.of(request))
                .toList();
    }

    private Clearances answered(Stream<Origin> known, List<RequestId> in, List<RequestId> back) {
        return new Clearances(circumstances, known.toList(), asked, cleared, rounds, last, in, back);
    }

    private Clearances asked(Stream<Clearance> now) {
        return new Clearances(circumstances, origins, now.toList(), cleared, rounds, last, answered, sentBack);
    }

    private Clearances asking(Clearance clearance) {
        return asked(Stream.concat(
                asked.stream()
                        .filter(it -> !(it.gate().equals(clearance.gate())
                                && it.proposalId().equals(clearance.proposalId()))),
                Stream.of(clearance)));
    }

    private Clearances deciding(String clearanceId, UnaryOperator<Clearance> decide) {
        return asked(asked.stream().map(it -> it.clearanceId().equals(clearanceId) ? decide.apply(it) : it));
    }

    private Clearances given(String clearanceId, Word word) {
        List<String> more = new ArrayList<>(cleared);
        openUnder(clearanceId)
                .ifPresent(it -> it.content().stream()
                        .map(digest -> key(it.gate(), digest))
                        .filter(key -> !more.contains(key))
                        .forEach(more::add));
        Clearances after = deciding(clearanceId, it -> it.decided(word));
        return new Clearances(
                circumstances,
                origins,
                after.asked,
                more.subList(Math.max(0, more.size() - MOST_CLEARED), more.size()),
                rounds,
                last,
                answered,
                sentBack);
    }

    private static String key(String gate, String digest) {
        return gate + " " + digest;
    }

    /** Departments that decide something now. */
    public List<DepartmentCode> asking() {
        return open().stream().map(Clearance::department).distinct().toList();
    }

    /** What needs nobody's agreement for an idea of this department, once per currency; empty where everything does. */
    public List<Money> limitsFor(@Nullable DepartmentCode ideaOf, Optional<ValueLimits.Edition> edition) {
        return edition.flatMap(it -> it.rowFor(ideaOf, known().tier(), known().natures()))
                .map(ValueLimits.Row::upTo)
                .orElse(List.of());
    }
}
