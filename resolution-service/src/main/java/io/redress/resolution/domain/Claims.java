package io.redress.resolution.domain;

import io.redress.contracts.ClaimEvent;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.ClaimEvent.Citation;
import io.redress.contracts.ClaimEvent.ClaimCleared;
import io.redress.contracts.ClaimEvent.ClaimContested;
import io.redress.contracts.ClaimEvent.ClaimMade;
import io.redress.contracts.ClaimEvent.ClaimRepeated;
import io.redress.contracts.ClaimEvent.ClaimSuperseded;
import io.redress.contracts.ClaimEvent.ClaimWithdrawn;
import io.redress.contracts.ClaimEvent.ClaimsLeftOut;
import io.redress.contracts.ClaimEvent.ContestEnded;
import io.redress.contracts.ClaimEvent.CorrectionHeard;
import io.redress.contracts.ClaimEvent.CustomerCorrected;
import io.redress.contracts.ClaimEvent.StatementReleased;
import io.redress.contracts.DepartmentCode;
import io.redress.resolution.domain.ClaimFact.HearingClosed;
import io.redress.resolution.domain.ClaimFact.HearingOpened;
import io.redress.resolution.domain.ClaimFact.StatementKept;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is stated as a fact towards the customer of a case. What was released counts as received: it cannot be called
 * back, only corrected.
 *
 * @param made how many claims have ever had an id
 * @param ledger all claims, the oldest first; what does not hold any more makes room for others
 * @param told by key, what the customer holds to be true
 * @param hearings by key, who inside does not know of its new value yet
 */
public record Claims(
        int made,
        List<StatedClaim> ledger,
        List<Told> told,
        List<Hearing> hearings,
        List<ReleasedStatement> statements) {
    static final Claims NONE = new Claims(0, List.of(), List.of(), List.of(), List.of());

    /** Claims that a case keeps. */
    public static final int MOST = 100;

    /** Statements that may be released in a case. */
    public static final int MOST_STATEMENTS = 40;

    /** What the customer has been told of a key. */
    public record Told(String key, String claimId, String value, Instant at, List<Channel> channels) {
        public Told {
            channels = List.copyOf(channels);
        }
    }

    /** The value of a key is another; {@code awaiting} have not confirmed that they know. */
    public record Hearing(String key, List<DepartmentCode> awaiting, Instant until) {
        public Hearing {
            awaiting = List.copyOf(awaiting);
        }

        Hearing without(DepartmentCode department) {
            return new Hearing(
                    key, awaiting.stream().filter(it -> !it.equals(department)).toList(), until);
        }
    }

    /** What was stored before any of these was known has none of it. */
    public Claims {
        ledger = List.copyOf(Objects.requireNonNullElse(ledger, List.of()));
        told = List.copyOf(Objects.requireNonNullElse(told, List.of()));
        hearings = List.copyOf(Objects.requireNonNullElse(hearings, List.of()));
        statements = List.copyOf(Objects.requireNonNullElse(statements, List.of()));
    }

    /** The one value of a key that may be said. */
    public Optional<StatedClaim> live(String key) {
        return find(ledger, it -> it.live() && it.key().equals(key));
    }

    /** A claim that is kept. */
    public Optional<StatedClaim> byId(String claimId) {
        return find(ledger, it -> it.claimId().equals(claimId));
    }

    /** A statement that was released. */
    public Optional<ReleasedStatement> statement(String statementId) {
        return find(statements, it -> it.statementId().equals(statementId));
    }

    /** Whether everything that a statement says still holds. */
    public boolean holds(ReleasedStatement statement) {
        return statement.cites().stream()
                .allMatch(cited -> live(cited.key())
                        .filter(claim -> claim.says(cited.value()))
                        .isPresent());
    }

    /** When the customer is corrected whoever has not heard by then. */
    public Optional<Instant> nextDue() {
        return hearings.stream().map(Hearing::until).min(Comparator.naturalOrder());
    }

    Optional<Told> told(String key) {
        return find(told, it -> it.key().equals(key));
    }

    Optional<Hearing> hearing(String key) {
        return find(hearings, it -> it.key().equals(key));
    }

    List<StatedClaim> contested(String key) {
        return ledger.stream()
                .filter(it -> it.contested() && it.key().equals(key))
                .toList();
    }

    String nextId() {
        return "c" + (made + 1);
    }

    /** Whether there is no room for another, since all that are kept still matter. */
    boolean full() {
        return ledger.size() >= MOST && ledger.stream().allMatch(it -> it.live() || it.contested());
    }

    Claims after(ResolutionFact fact) {
        return switch (fact) {
            case Published(ClaimEvent event) -> after(event);
            case HearingOpened(var key, var awaiting, var until) ->
                hearing(with(withoutHearing(key), new Hearing(key, awaiting, until)));
            case HearingClosed(var key) -> hearing(withoutHearing(key));
            case StatementKept(var kept) -> new Claims(made, ledger, told, hearings, with(statements, kept));
            default -> this;
        };
    }

    private Claims after(ClaimEvent event) {
        return switch (event) {
            case ClaimMade it ->
                plus(new StatedClaim(
                        it.claimId(),
                        it.key(),
                        it.value(),
                        it.department(),
                        it.by(),
                        it.madeAt(),
                        it.evidence(),
                        it.requestId(),
                        List.of(),
                        List.of(),
                        new Standing.Live()));
            case ClaimContested it ->
                plus(new StatedClaim(
                        it.claimId(),
                        it.key(),
                        it.value(),
                        it.department(),
                        it.by(),
                        it.contestedAt(),
                        it.evidence(),
                        it.requestId(),
                        List.of(),
                        List.of(),
                        new Standing.Contested()));
            case ClaimRepeated it -> changing(it.claimId(), claim -> claim.repeatedBy(it.department()));
            case ContestEnded it -> settled(it);
            case ClaimCleared it ->
                changing(
                        it.claimId(),
                        claim -> claim.clearedBy(
                                new StatedClaim.Cleared(it.gate(), it.department(), it.by(), it.clearedAt())));
            case ClaimSuperseded it ->
                changing(it.claimId(), claim -> claim.standing(new Standing.Superseded(it.replacedBy(), it.reason())))
                        .plus(new StatedClaim(
                                it.replacedBy(),
                                it.key(),
                                it.newValue(),
                                it.department(),
                                it.by(),
                                it.supersededAt(),
                                it.evidence(),
                                it.requestId(),
                                List.of(),
                                List.of(),
                                new Standing.Live()));
            case ClaimWithdrawn it ->
                changing(it.claimId(), claim -> claim.standing(new Standing.Withdrawn(it.reason())));
            case CorrectionHeard it ->
                hearing(hearings.stream()
                        .map(open -> open.key().equals(it.key()) ? open.without(it.department()) : open)
                        .toList());
            case CustomerCorrected it -> corrected(it);
            case StatementReleased it -> said(it);
            case ClaimsLeftOut _ -> this;
        };
    }

    /** Who agrees with the live value relies on it from now on. */
    private Claims settled(ContestEnded ended) {
        Optional<StatedClaim> contested = byId(ended.claimId()).filter(StatedClaim::contested);
        Optional<StatedClaim> agreed =
                contested.flatMap(claim -> live(ended.key()).filter(live -> live.says(claim.value())));
        Claims after = contested.isPresent()
                ? changing(ended.claimId(), claim -> claim.standing(new Standing.Settled()))
                : this;
        return agreed.map(live -> after.changing(live.claimId(), claim -> claim.repeatedBy(ended.department())))
                .orElse(after);
    }

    private Claims corrected(CustomerCorrected corrected) {
        String claimId = corrected.claimId();
        String value = corrected.value();
        List<Told> others = without(told, it -> it.key().equals(corrected.key()));
        return new Claims(
                made,
                ledger,
                claimId == null || value == null
                        ? others
                        : with(
                                others,
                                new Told(
                                        corrected.key(),
                                        claimId,
                                        value,
                                        corrected.correctedAt(),
                                        corrected.channels())),
                withoutHearing(corrected.key()),
                statements);
    }

    /** Whoever says it to the customer repeats it. */
    private Claims said(StatementReleased released) {
        Claims after = this;
        for (Citation cited : released.cites()) {
            after = after.changing(cited.claimId(), claim -> claim.repeatedBy(released.department()))
                    .telling(cited, released);
        }
        return after;
    }

    private Claims telling(Citation cited, StatementReleased released) {
        List<Channel> channels = Stream.concat(
                        told(cited.key()).stream().flatMap(it -> it.channels().stream()), Stream.of(released.channel()))
                .distinct()
                .toList();
        Told now = new Told(cited.key(), cited.claimId(), cited.value(), released.releasedAt(), channels);
        return new Claims(
                made, ledger, with(without(told, it -> it.key().equals(cited.key())), now), hearings, statements);
    }

    private Claims plus(StatedClaim more) {
        List<StatedClaim> kept = new ArrayList<>(ledger);
        if (kept.size() >= MOST) {
            find(kept, it -> !it.live() && !it.contested()).ifPresent(kept::remove);
        }
        return new Claims(made + 1, with(kept, more), told, hearings, statements);
    }

    private Claims changing(String claimId, UnaryOperator<StatedClaim> change) {
        return new Claims(
                made,
                ledger.stream()
                        .map(it -> it.claimId().equals(claimId) ? change.apply(it) : it)
                        .toList(),
                told,
                hearings,
                statements);
    }

    private Claims hearing(List<Hearing> next) {
        return new Claims(made, ledger, told, next, statements);
    }

    private List<Hearing> withoutHearing(String key) {
        return without(hearings, it -> it.key().equals(key));
    }

    private static <T> Optional<T> find(List<T> list, Predicate<T> wanted) {
        return list.stream().filter(wanted).findFirst();
    }

    private static <T> List<T> without(List<T> list, Predicate<T> unwanted) {
        return list.stream().filter(unwanted.negate()).toList();
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
