package io.redress.chassis.lanes;

import io.redress.chassis.store.IndexQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Documents of which an {@link IndexFollower} keeps a copy at hand.
 *
 * @param <S> the state of what the service stores
 * @param <T> what is wanted of it
 */
public interface FollowedDocuments<S, T> {

    /** The first page of all that count; its limit is that of every page after a first one. */
    IndexQuery all();

    /** The first page of an index by change, the latest first. Short, because mostly the first entry says that nothing has changed. */
    IndexQuery latest();

    /** What is wanted of a state; empty where it is another document's. */
    Optional<T> in(S state);

    /** When it was changed last, as the index by change is sorted. */
    Instant changedAt(T document);

    /** These and no others are there. */
    void replace(List<T> all, Instant now);

    /** These may have changed, and the others have not; what is known already may be among them. */
    void update(List<T> seen, Instant now);

    /** Told at each look before anything is read, for what changes with time alone. */
    default void pass(Instant now) {}

    /** What it means that a look has failed, as the beginning of a sentence such as "The charters stay as they were". */
    String otherwise();
}
