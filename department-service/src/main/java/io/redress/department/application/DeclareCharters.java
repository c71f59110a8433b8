package io.redress.department.application;

import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** Publishes at the start what a file says about charters, as far as it has not said it before. */
public final class DeclareCharters {
    private static final Logger LOG = LoggerFactory.getLogger(DeclareCharters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A store that starts together with us may be a little later. */
    private static final Retry UNTIL_THE_STORE_IS_THERE =
            Retry.fixedDelay(20, Duration.ofSeconds(1)).filter(StoreUnavailable.class::isInstance);

    /** @throws IllegalStateException where a charter cannot be published as it is */
    public DeclareCharters(CharterRegistry registry, List<DeclaredCharter> declared) {
        Flux.fromIterable(declared)
                .concatMap(it -> registry.submit(it.department(), it.command(), Submission.ANY, "")
                        .retryWhen(UNTIL_THE_STORE_IS_THERE)
                        .doOnNext(outcome -> tell(it, outcome)))
                .blockLast(PATIENCE);
    }

    private static void tell(DeclaredCharter declared, Outcome<?, ?> outcome) {
        switch (outcome) {
            case Outcome.Accepted<?, ?>(var view, var facts) -> {
                if (!facts.isEmpty()) {
                    LOG.info("Version {} of the charter of {} is published", view.version(), declared.department());
                }
            }
            case Outcome.Rejected<?, ?>(var _, var why, var _) ->
                throw new IllegalStateException("In the charter of " + declared.department() + ": " + why);
            case Outcome.Stale<?, ?> _, Outcome.Taken<?, ?> _ ->
                throw new IllegalStateException("Expected a file never to name a version or a unique value");
        }
    }
}
