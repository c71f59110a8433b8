package io.redress.department.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.FollowedDocuments;
import io.redress.chassis.lanes.IndexFollower;
import io.redress.chassis.store.IndexQuery;
import io.redress.department.domain.CharterBook;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Keeps {@link KnownCharters} as the store has them, whichever instance has published, see {@link IndexFollower}. */
public final class WatchCharters implements AutoCloseable {
    private final IndexFollower<DepartmentState, CharterBook> follower;

    /**
     * Begins with all that there are, before the first request is heard.
     *
     * @param every how often to look; also how late a version may be noticed that another instance has published
     */
    public WatchCharters(
            CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes,
            KnownCharters known,
            InstantSource clock,
            Duration every) {
        follower = new IndexFollower<>(lanes, new Books(known), clock, every);
    }

    private record Books(KnownCharters known) implements FollowedDocuments<DepartmentState, CharterBook> {
        private static final int PAGE = 200;
        private static final int HEAD = 5;

        @Override
        public IndexQuery all() {
            return IndexQuery.first(CharterEntries.BY_CHANGE, CharterEntries.ALL, PAGE);
        }

        @Override
        public IndexQuery latest() {
            return IndexQuery.first(CharterEntries.BY_CHANGE, CharterEntries.ALL, HEAD);
        }

        @Override
        public Optional<CharterBook> in(DepartmentState state) {
            return state instanceof CharterBook book ? Optional.of(book) : Optional.empty();
        }

        @Override
        public Instant changedAt(CharterBook book) {
            return book.editions().getLast().publishedAt();
        }

        /** Nobody takes a charter back. */
        @Override
        public void replace(List<CharterBook> all, Instant now) {
            update(all, now);
        }

        @Override
        public void update(List<CharterBook> seen, Instant now) {
            seen.forEach(book -> known.see(book, now));
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
