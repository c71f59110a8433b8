package io.redress.intake.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.Fingerprint;
import io.redress.intake.domain.CustomerCommand;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Known;
import io.redress.intake.domain.customers.CustomerDetails;
import io.redress.intake.domain.customers.CustomerFile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

/**
 * What is noted about customers. A file is a document of its own among the cases, under a name that no case can have.
 * What a new complaint needs of it is remembered for a short while, also that there is nothing: most customers have no
 * file, and no complaint is to wait for finding that out again. Another instance may see a change so much later.
 */
public final class CustomerFiles {
    private static final int MOST_REMEMBERED = 100_000;
    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(30);

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final Cache<String, CustomerDetails> remembered;

    public CustomerFiles(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, InstantSource clock) {
        this.lanes = lanes;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(REMEMBERED_FOR)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** The document of a customer. */
    public static String id(String reference) {
        return "customer:" + Fingerprint.of(reference);
    }

    /** The file as it is now; see {@link #file}. */
    public Mono<CaseView<IntakeState>> read(String reference) {
        return lanes.read(id(reference));
    }

    /** The file in a view; an empty one where nothing was noted. */
    public static CustomerFile file(CaseView<IntakeState> view, String reference) {
        return view.state() instanceof Known(var file) ? file : CustomerFile.of(reference);
    }

    /** How a customer wishes to be treated, as far as a new complaint needs to know. */
    public Mono<CustomerDetails> details(String reference) {
        CustomerDetails known = remembered.getIfPresent(reference);
        return known != null
                ? Mono.just(known)
                : read(reference)
                        .map(view -> file(view, reference).details())
                        .doOnNext(details -> remembered.put(reference, details));
    }

    /**
     * Notes something.
     *
     * @param version what the caller has seen, or {@link Submission#ANY}
     */
    public Mono<Outcome<IntakeState, IntakeFact>> note(CustomerCommand command, long version) {
        return lanes.submit(Submission.<IntakeCommand>of(id(command.reference()), command)
                        .expecting(version))
                .doOnNext(_ -> remembered.invalidate(command.reference()));
    }
}
