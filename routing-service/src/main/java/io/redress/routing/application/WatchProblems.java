package io.redress.routing.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.FollowedDocuments;
import io.redress.chassis.lanes.IndexFollower;
import io.redress.chassis.store.IndexQuery;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingState.ProblemKnown;
import io.redress.routing.domain.knowledge.RecordedProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Keeps {@link RememberedProblems} as the store has them, whichever instance has changed them, see {@link IndexFollower}. */
public final class WatchProblems implements AutoCloseable {
    private final IndexFollower<RoutingState, RecordedProblem> follower;

    /**
     * Begins with all that are open, before the first complaint is heard.
     *
     * @param every how often to look; also how late a problem may be noticed that another instance has taken
     */
    public WatchProblems(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes,
            RememberedProblems remembered,
            InstantSource clock,
            Duration every) {
        follower = new IndexFollower<>(lanes, new Recorded(remembered), clock, every);
    }

    private record Recorded(RememberedProblems remembered) implements FollowedDocuments<RoutingState, RecordedProblem> {
        private static final int PAGE = 500;
        private static final int HEAD = 5;

        /** Whatever has ended is not looked at any more. */
        @Override
        public IndexQuery all() {
            return IndexQuery.first(KnowledgeEntries.BY_STATUS, KnowledgeEntries.OPEN, PAGE);
        }

        @Override
        public IndexQuery latest() {
            return IndexQuery.first(KnowledgeEntries.BY_CHANGE, KnowledgeEntries.ALL, HEAD);
        }

        @Override
        public Optional<RecordedProblem> in(RoutingState state) {
            return state instanceof ProblemKnown known ? Optional.of(known.problem()) : Optional.empty();
        }

        @Override
        public Instant changedAt(RecordedProblem problem) {
            return problem.changedAt();
        }

        @Override
        public void replace(List<RecordedProblem> all, Instant now) {
            remembered.replace(all);
        }

        @Override
        public void update(List<RecordedProblem> seen, Instant now) {
            remembered.update(seen);
        }

        @Override
        public String otherwise() {
            return "The known problems stay as they were and will be looked at again";
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
