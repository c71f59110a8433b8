package io.redress.chassis.lanes;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.store.IndexEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that the chassis must know about the cases of one service.
 *
 * @param <S> state
 * @param <C> command
 * @param <E> event
 */
public interface CaseDefinition<S, C, E> {

    /** The service's short name, for example {@code routing}; part of consumer groups, stores and metrics. */
    String service();

    /** The rules. */
    Decider<S, C, E> decider();

    /** The type the state is stored as; a sealed interface needs {@code @JsonTypeInfo}. */
    Class<S> stateType();

    /** Where an event is published: on one topic, on several, or nowhere when it is the service's own affair. */
    List<Outgoing> outgoing(String caseId, E event);

    /** The streams it decides or applies. Nobody is kept waiting here for the position of another one. */
    Set<String> streams();

    /**
     * Whether an event is nothing that anybody decides upon, such as how far a letter is on its way. It does not count
     * in the version of the case, so that nobody's {@code If-Match} goes stale by it.
     */
    default boolean isBookkeeping(E event) {
        return false;
    }

    /** What an event adds to the case's append-only log, as JSON. */
    default List<byte[]> log(E event) {
        return List.of();
    }

    /** All entries that a case in this state has in the service's indexes. */
    default List<IndexEntry> entries(String caseId, S state) {
        return List.of();
    }

    /** The earliest instant at which something must happen by itself. */
    default Optional<Instant> nextDue(S state) {
        return Optional.empty();
    }

    /** The command that is given when {@link #nextDue} has come; the decider finds out what is due. */
    default Optional<C> onDeadline() {
        return Optional.empty();
    }
}
