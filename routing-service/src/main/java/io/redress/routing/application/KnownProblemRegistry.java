package io.redress.routing.application;

import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.IndexQuery;
import io.redress.routing.domain.ProblemCommand;
import io.redress.routing.domain.ProblemCommand.RecordProblem;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingState.ProblemKnown;
import io.redress.routing.domain.knowledge.RecordedProblem;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/** The known problems: each is a document of its own among the cases, under a name that no case can have. */
public final class KnownProblemRegistry {
    private static final Pattern ID =
            Pattern.compile(RecordedProblem.PREFIX + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final RememberedProblems remembered;

    public KnownProblemRegistry(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, RememberedProblems remembered) {
        this.lanes = lanes;
        this.remembered = remembered;
    }

    /** The id of what is recorded under a key, so that recording it twice records it once. */
    public static String id(String key) {
        return RecordedProblem.PREFIX + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    /** Fails with 409 where as many are open as this instance may remember; more by a few where calls come together. */
    public Mono<Outcome<RoutingState, RoutingFact>> record(RecordedProblem problem, String traceparent) {
        return lanes.read(problem.id())
                .flatMap(before -> before.exists() || remembered.size() < RecordedProblem.MOST_OPEN
                        ? submit(problem.id(), new RecordProblem(problem), Submission.ANY, traceparent)
                        : Mono.error(Refusal.conflict(
                                "too-many-known-problems",
                                "Expected at most " + RecordedProblem.MOST_OPEN
                                        + " open known problems, but there are as many. Please end one first.",
                                null)));
    }

    /** @param version what the caller has seen */
    public Mono<Outcome<RoutingState, RoutingFact>> change(
            String id, ProblemCommand command, long version, String traceparent) {
        return submit(id, command, version, traceparent);
    }

    private Mono<Outcome<RoutingState, RoutingFact>> submit(
            String id, RoutingCommand command, long version, String traceparent) {
        return lanes.submit(new Submission<>(id, command, version, traceparent));
    }

    /** The problem; 404 where there is none. */
    public Mono<CaseView<RoutingState>> read(String id, Map<String, Long> atLeast) {
        if (!ID.matcher(id).matches()) {
            return Mono.error(Refusal::notFound);
        }
        return lanes.read(id, atLeast)
                .filter(view -> view.state() instanceof ProblemKnown)
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    /** @param onlyOpen leaves out what has ended */
    public Mono<ViewPage<RoutingState>> list(boolean onlyOpen, String cursor, int limit) {
        return lanes.find(new IndexQuery(
                KnowledgeEntries.BY_STATUS, onlyOpen ? KnowledgeEntries.OPEN : KnowledgeEntries.ALL, cursor, limit));
    }

    /** What a view of a problem shows. */
    public static RecordedProblem problem(CaseView<RoutingState> view) {
        if (view.state() instanceof ProblemKnown(var problem)) {
            return problem;
        }
        throw new IllegalStateException("Expected a known problem under " + view.id());
    }
}
