package io.redress.department.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.LogEntry;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Wire;
import io.redress.department.domain.CharterBook;
import io.redress.department.domain.CharterBook.Edition;
import io.redress.department.domain.CharterCommand;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The charters of all departments, each a document of its own beside the cases. */
public final class CharterRegistry {
    public static final String STREAM = CharterOnTheWire.STREAM;

    private final CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes;
    private final KnownCharters known;
    private final InstantSource clock;

    public CharterRegistry(
            CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes,
            KnownCharters known,
            InstantSource clock) {
        this.lanes = lanes;
        this.known = known;
        this.clock = clock;
    }

    /**
     * A charter, at an instant.
     *
     * @param revision counts its versions
     * @param at when it was looked at
     */
    public record Seen(CharterBook book, long revision, Instant at) {}

    /** The charter of a department; one without versions where it has published none. */
    public Mono<Seen> read(DepartmentCode department, Map<String, Long> atLeast) {
        return lanes.read(CharterBook.id(department), atLeast).map(view -> seen(department, view));
    }

    /** Decides about a charter. What was accepted counts in this instance at once. */
    public Mono<Outcome<DepartmentState, DepartmentFact>> submit(
            DepartmentCode department, CharterCommand command, long expected, String traceparent) {
        return lanes.submit(
                        new Submission<DepartmentCommand>(CharterBook.id(department), command, expected, traceparent))
                .doOnNext(outcome -> {
                    if (outcome instanceof Outcome.Accepted<DepartmentState, DepartmentFact>(var view, var _)
                            && view.state() instanceof CharterBook book) {
                        known.see(book, clock.instant());
                    }
                });
    }

    /** What an accepted decision has left behind. */
    public Seen seen(DepartmentCode department, CaseView<DepartmentState> view) {
        CharterBook book =
                view.state() instanceof CharterBook it ? it : new CharterBook(department, List.of(), List.of());
        return new Seen(book, view.version(), clock.instant());
    }

    /**
     * Versions from one number to another, both included, oldest first; those that are not at hand from the log.
     *
     * @param to at most {@code from} plus 1,000
     */
    public Mono<List<Edition>> editions(CharterBook book, int from, int to) {
        List<Edition> atHand = book.editions().stream()
                .filter(it -> it.version() >= from && it.version() <= to)
                .toList();
        if (from < 1 || to < from || from > book.lastVersion()) {
            return Mono.just(List.of());
        }
        int shelved = Math.min(to, book.lastVersion() - book.editions().size()) - from + 1;
        return shelved <= 0
                ? Mono.just(atHand)
                : lanes.log(CharterBook.id(book.department()), from, shelved).map(entries -> {
                    List<Edition> all = new ArrayList<>(
                            entries.stream().map(CharterRegistry::edition).toList());
                    all.addAll(atHand);
                    return all;
                });
    }

    static byte[] shelved(Edition edition) {
        return Wire.mapper().writeValueAsBytes(edition);
    }

    private static Edition edition(LogEntry entry) {
        return Wire.mapper().readValue(entry.content(), Edition.class);
    }
}
