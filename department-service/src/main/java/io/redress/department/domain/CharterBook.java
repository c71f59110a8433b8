package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.CharterFact.EditionAgreed;
import io.redress.department.domain.CharterFact.EditionPublished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a department publishes about how to ask it, under the id {@code charter:<code>}. Versions that are long past are
 * not here but in the log of the document, the n-th entry of which is version n.
 *
 * @param editions at hand, oldest first: some that are past, the one in force, those announced
 * @param declared fingerprints of what files have said, oldest first
 */
public record CharterBook(DepartmentCode department, List<Edition> editions, List<String> declared)
        implements DepartmentState.Document {
    /** Requests that begin while a version is replaced still find the one under which they were asked. */
    static final int MOST_PAST = 5;
    /** Whoever announces more has no plan. */
    static final int MOST_ANNOUNCED = 10;
    /** Departments that have agreed to one version. */
    static final int MOST_AGREEMENTS = 200;
    /** An instance that starts with an older file than the last fifty is not waited for. */
    static final int MOST_DECLARED = 50;

    public CharterBook {
        editions = List.copyOf(editions);
        declared = List.copyOf(declared);
    }

    /** The id under which the charter of a department is known. */
    public static String id(DepartmentCode department) {
        return "charter:" + department;
    }

    /**
     * A version.
     *
     * @param by who published it; absent where a file did
     * @param agreed departments that hold themselves to it, too, in the order in which they said so
     */
    public record Edition(
            int version,
            CharterContent content,
            Instant validFrom,
            @Nullable String by,
            Instant publishedAt,
            List<Agreement> agreed) {
        public Edition {
            agreed = List.copyOf(agreed);
        }

        Edition agreeing(Agreement more) {
            List<Agreement> all = new ArrayList<>(agreed);
            all.add(more);
            return new Edition(version, content, validFrom, by, publishedAt, all);
        }
    }

    /** Another department holds itself to a version, because somebody has said so for it. */
    public record Agreement(DepartmentCode with, String by, Instant at) {}

    /** How many versions have been published. */
    public int lastVersion() {
        return editions.isEmpty() ? 0 : editions.getLast().version();
    }

    /** Of all versions whose time has come the one that was published last; empty where there is none. */
    public Optional<Edition> inForce(Instant at) {
        return editions.reversed().stream()
                .filter(it -> !it.validFrom().isAfter(at))
                .findFirst();
    }

    /** Versions whose time is still to come, in the order in which they were published. */
    public List<Edition> announced(Instant at) {
        int inForce = inForce(at).map(Edition::version).orElse(0);
        return editions.stream().filter(it -> it.version() > inForce).toList();
    }

    /** A version, if it is at hand. */
    public Optional<Edition> edition(int version) {
        return editions.stream().filter(it -> it.version() == version).findFirst();
    }

    /** Those that are further past than anybody needs them at hand. */
    List<Edition> toShelve(Instant at) {
        int inForce = inForce(at).map(Edition::version).orElse(0);
        long past = editions.stream().filter(it -> it.version() < inForce).count();
        return editions.subList(0, (int) Math.max(0, past - MOST_PAST));
    }

    static CharterBook after(DepartmentState before, CharterFact fact) {
        return switch (fact) {
            case EditionPublished(var department, var edition, var fingerprint, var shelved) ->
                of(before, department).with(edition, fingerprint, shelved.size());
            case EditionAgreed(var department, var version, var agreement) ->
                of(before, department).with(version, agreement);
        };
    }

    static CharterBook of(DepartmentState state, DepartmentCode department) {
        return state instanceof CharterBook book ? book : new CharterBook(department, List.of(), List.of());
    }

    private CharterBook with(Edition edition, @Nullable String fingerprint, int shelved) {
        List<Edition> all = new ArrayList<>(editions.subList(shelved, editions.size()));
        all.add(edition);
        List<String> said = new ArrayList<>(declared);
        if (fingerprint != null) {
            said.add(fingerprint);
        }
        return new CharterBook(department, all, said.subList(Math.max(0, said.size() - MOST_DECLARED), said.size()));
    }

    private CharterBook with(int version, Agreement agreement) {
        List<Edition> all = editions.stream()
                .map(it -> it.version() == version ? it.agreeing(agreement) : it)
                .toList();
        return new CharterBook(department, all, declared);
    }
}
