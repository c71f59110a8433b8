package io.redress.chassis.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Where one service keeps its cases. A case is one document; all that a {@link CaseWrite} carries (state, revision,
 * input positions, index entries, deadlines, pending events, log entries) becomes visible together or not at all, and
 * is durable against the death of the process once {@link #save} has answered.
 *
 * <p>Narrow and batch-first on purpose: one read and one write per batch. Nothing here grows slower with the number of
 * cases except by the depth of an index.
 *
 * <p>Errors: a store that cannot be reached answers with {@link StoreUnavailable}; the caller retries or refuses, it
 * never treats it as an answer.
 */
public interface CaseStore extends AutoCloseable {

    /** The cases among {@code ids} that exist, by id. At most {@value #MAX_BATCH} ids. */
    Mono<Map<String, StoredCase>> load(Collection<String> ids);

    /**
     * Saves each write whose expectation holds, independently of the others. A unique value that one of them gives up
     * is free for the next call; whether already for this one is open.
     *
     * @param writes at most {@value #MAX_BATCH}, each for another case
     * @return one result per write, in the same order
     */
    Mono<List<SaveResult>> save(List<CaseWrite> writes);

    /**
     * The cases with an entry {@code value} in a declared index, in order of the entry's sort key, then of their id. A
     * case with several such entries stands there once for each.
     */
    Mono<Page> find(IndexQuery query);

    /**
     * Cases whose earliest deadline is not after {@code until}, earliest first.
     *
     * @param limit at most {@value #MAX_BATCH}
     */
    Mono<List<String>> due(Instant until, int limit);

    /**
     * Events that were decided but not yet cleared as published, for up to {@code cases} cases with an id after
     * {@code afterCase}, in id order; complete per case and stream, in order of {@code seq}.
     *
     * @param afterCase exclusive; empty to begin
     * @param cases at most {@value #MAX_BATCH}
     */
    Mono<List<PendingEvent>> pending(String afterCase, int cases);

    /** Forgets pending events that have been published. Clearing one again, or one unknown, has no effect. */
    Mono<Void> clear(List<PendingEvent.Key> published);

    /**
     * Entries of a case's append-only log.
     *
     * @param from the first entry's number, counted from 1
     * @param limit at most {@value #MAX_BATCH}
     */
    Mono<List<LogEntry>> log(String caseId, long from, int limit);

    /** The most that one call takes or gives. */
    int MAX_BATCH = 1000;

    @Override
    void close();
}
