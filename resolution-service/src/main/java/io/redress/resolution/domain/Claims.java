package io.redress.resolution.domain;

import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is stated as a fact towards the customer of a case. What was released counts as received: it cannot be called
 * back, only corrected. How it changes is in {@link ClaimsEvolution}.
 *
 * @param made how many claims have ever had an id
 * @param ledger all claims, the oldest first; what does not hold any more makes room for others
 * @param told by key, what the customer holds to be true
 * @param hearings by key, who inside does not know of its new value yet
 * @param held what waits to be cleared before it is said
 * @param intentions the latest that callers have named, with what came of them
 */
public record Claims(
        int made,
        List<StatedClaim> ledger,
        List<Told> told,
        List<Hearing> hearings,
        List<ReleasedStatement> statements,
        List<HeldStatement> held,
        List<Intention> intentions) {
    static final Claims NONE = new Claims(0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Claims that a case keeps. */
    public static final int MOST = 100;

    /** Claims of one department that may hold or be contested at once: as many as an answer brings, and never all. */
    static final int MOST_OF_ONE = Limits.CLAIMS;

    /** Statements that may be released in a case. */
    public static final int MOST_STATEMENTS = 40;

    private static final int MOST_INTENTIONS = 100;

    /** What the customer has been told of a key. */
    public record Told(String key, String claimId, String value, Instant at, List<Channel> channels) {
        public Told {
            channels = List.copyOf(channels);
        }
    }

    /**
     * The value of a key is another; {@code awaiting} have not confirmed that they know.
     *
     * @param claimId what they are to know where nothing holds: the claim that was withdrawn; absent in what was stored
     *     before this was known
     * @param since when it changed last; absent likewise
     */
    public record Hearing(
            String key,
            List<DepartmentCode> awaiting,
            Instant until,
            @Nullable String claimId,
            @Nullable Instant since) {
        public Hearing {
            awaiting = List.copyOf(awaiting);
        }

        Hearing without(DepartmentCode department) {
            return new Hearing(
                    key, awaiting.stream().filter(it -> !it.equals(department)).toList(), until, claimId, since);
        }
    }

    /**
     * What a caller has done under a name of its own.
     *
     * @param content the same for the same words
     * @param made whether the claim came into being by it
     */
    public record Intention(String id, String content, String claimId, boolean made) {}

    /** What was stored before any of these was known has none of it. */
    public Claims {
        ledger = List.copyOf(Objects.requireNonNullElse(ledger, List.of()));
        told = List.copyOf(Objects.requireNonNullElse(told, List.of()));
        hearings = List.copyOf(Objects.requireNonNullElse(hearings, List.of()));
        statements = List.copyOf(Objects.requireNonNullElse(statements, List.of()));
        held = List.copyOf(Objects.requireNonNullElse(held, List.of()));
        intentions = List.copyOf(Objects.requireNonNullElse(intentions, List.of()));
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

    /** A statement that waits. */
    public Optional<HeldStatement> held(String statementId) {
        return find(held, it -> it.statement().statementId().equals(statementId));
    }

    /** What came of what a caller has named so. */
    public Optional<Intention> intention(String id) {
        return find(intentions, it -> it.id().equals(id));
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

    /** What those who are awaited are to know; empty where that was not noted. */
    public Optional<String> toHear(Hearing hearing) {
        return live(hearing.key()).map(StatedClaim::claimId).or(() -> Optional.ofNullable(hearing.claimId()));
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

    /** Whether there is no room for another claim of a department: all that are kept still matter, or it has its share. */
    boolean full(DepartmentCode department) {
        List<StatedClaim> mattering =
                ledger.stream().filter(it -> it.live() || it.contested()).toList();
        return mattering.size() >= MOST
                || mattering.stream()
                                .filter(it -> it.department().equals(department))
                                .count()
                        >= MOST_OF_ONE;
    }

    Claims after(ResolutionFact fact) {
        return ClaimsEvolution.after(this, fact);
    }

    Claims plus(StatedClaim more) {
        List<StatedClaim> kept = new ArrayList<>(ledger);
        if (kept.size() >= MOST) {
            find(kept, it -> !it.live() && !it.contested()).ifPresent(kept::remove);
        }
        return new Claims(made + 1, with(kept, more), told, hearings, statements, held, intentions);
    }

    Claims changing(String claimId, UnaryOperator<StatedClaim> change) {
        return new Claims(
                made,
                ledger.stream()
                        .map(it -> it.claimId().equals(claimId) ? change.apply(it) : it)
                        .toList(),
                told,
                hearings,
                statements,
                held,
                intentions);
    }

    Claims telling(Told now) {
        return withTold(with(without(told, it -> it.key().equals(now.key())), now));
    }

    Claims untold(String key) {
        return withTold(without(told, it -> it.key().equals(key)));
    }

    private Claims withTold(List<Told> next) {
        return new Claims(made, ledger, next, hearings, statements, held, intentions);
    }

    Claims hearing(Hearing next) {
        return withHearings(with(without(hearings, it -> it.key().equals(next.key())), next));
    }

    Claims heard(String key, DepartmentCode department) {
        return withHearings(hearings.stream()
                .map(it -> it.key().equals(key) ? it.without(department) : it)
                .toList());
    }

    Claims withoutHearing(String key) {
        return withHearings(without(hearings, it -> it.key().equals(key)));
    }

    private Claims withHearings(List<Hearing> next) {
        return new Claims(made, ledger, told, next, statements, held, intentions);
    }

    Claims keeping(ReleasedStatement statement) {
        return new Claims(made, ledger, told, hearings, with(statements, statement), held, intentions);
    }

    Claims holding(HeldStatement more) {
        List<HeldStatement> others = without(
                held, it -> it.statement().statementId().equals(more.statement().statementId()));
        return withHeld(with(others, more));
    }

    Claims withoutHeld(String statementId) {
        return withHeld(without(held, it -> it.statement().statementId().equals(statementId)));
    }

    private Claims withHeld(List<HeldStatement> next) {
        return new Claims(made, ledger, told, hearings, statements, next, intentions);
    }

    Claims intending(Intention more) {
        List<Intention> latest = with(intentions, more);
        return new Claims(
                made,
                ledger,
                told,
                hearings,
                statements,
                held,
                latest.subList(Math.max(0, latest.size() - MOST_INTENTIONS), latest.size()));
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
