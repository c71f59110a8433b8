package io.redress.routing.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.FollowedDocuments;
import io.redress.chassis.lanes.IndexFollower;
import io.redress.chassis.store.IndexQuery;
import io.redress.routing.domain.CharterKnown;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Keeps {@link KnownTerms} as the store has them, whichever instance has heard it, see {@link IndexFollower}. */
public final class WatchTerms implements AutoCloseable {
    private final IndexFollower<RoutingState, CharterKnown> follower;

    /**
     * Begins with all that there are, before the first request is heard.
     *
     * @param every how often to look; also how late a version may be noticed that another instance has heard of
     */
    public WatchTerms(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes,
            KnownTerms known,
            InstantSource clock,
            Duration every) {
        follower = new IndexFollower<>(lanes, new Published(known), clock, every);
    }

    private record Published(KnownTerms known) implements FollowedDocuments<RoutingState, CharterKnown> {
        private static final int PAGE = 200;
        private static final int HEAD = 5;

        @Override
        public IndexQuery all() {
            return IndexQuery.first(CharterTermsEntries.BY_CHANGE, KnowledgeEntries.ALL, PAGE);
        }

        @Override
        public IndexQuery latest() {
            return IndexQuery.first(CharterTermsEntries.BY_CHANGE, KnowledgeEntries.ALL, HEAD);
        }

        @Override
        public Optional<CharterKnown> in(RoutingState state) {
            return state instanceof CharterKnown charter ? Optional.of(charter) : Optional.empty();
        }

        @Override
        public Instant changedAt(CharterKnown charter) {
            return charter.notedAt();
        }

        /** Nobody takes a charter back. */
        @Override
        public void replace(List<CharterKnown> all, Instant now) {
            update(all, now);
        }

        @Override
        public void update(List<CharterKnown> seen, Instant now) {
            seen.forEach(charter -> known.see(charter, now));
        }

        @Override
        public void pass(Instant now) {
            known.pass(now);
        }

        @Override
        public String otherwise() {
            return "The charters stay as they were and will be looked at again";
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
