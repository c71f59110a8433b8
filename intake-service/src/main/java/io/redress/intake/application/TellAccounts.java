package io.redress.intake.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.Fingerprint;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.IndexQuery;
import io.redress.intake.domain.AccountCommand.TellAccount;
import io.redress.intake.domain.Complaint;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.IntakeState.Remedied;
import io.redress.intake.domain.customers.CustomerDetails;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds out how to tell customers without a case that something was done for them: as is noted about the customer, else as
 * the customer's last complaint came. Who is still to be told stands in an index, and telling twice is telling once.
 */
public final class TellAccounts implements AutoCloseable {
    private static final String UNTOLD = "account-untold";
    private static final String ALL = "all";
    private static final String FALLBACK_LANGUAGE = "en";
    private static final String UNKNOWN_CHANNEL = "unknown";
    private static final Logger LOG = LoggerFactory.getLogger(TellAccounts.class);
    private static final int PAGE = 500;
    private static final int AT_ONCE = 100;

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final CustomerFiles files;
    private final Disposable looking;

    /** @param every how often to look */
    public TellAccounts(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, CustomerFiles files, Duration every) {
        this.lanes = lanes;
        this.files = files;
        this.looking = Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(_ -> look(), 1)
                .subscribe();
    }

    static List<IndexEntry> entries(Remedied known) {
        return known.addressed() ? List.of() : List.of(IndexEntry.sorted(UNTOLD, ALL, ""));
    }

    private Mono<Void> look() {
        return Mono.defer(this::page)
                .repeat()
                .takeUntil(found -> found < PAGE)
                .then()
                .onErrorResume(failure -> {
                    LOG.warn("Customers without a case will be told later: {}", failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Integer> page() {
        return lanes.find(IndexQuery.first(UNTOLD, ALL, PAGE))
                .flatMap(page -> Flux.fromIterable(page.cases())
                        .flatMap(this::tell, AT_ONCE)
                        .then(Mono.just(page.cases().size())));
    }

    private Mono<Void> tell(CaseView<IntakeState> view) {
        if (!(view.state() instanceof Remedied known)) {
            return Mono.empty();
        }
        String customer = known.remedied().account();
        return Mono.zip(files.details(customer), lastComplaint(customer))
                .flatMap(both ->
                        lanes.submit(Submission.<IntakeCommand>of(view.id(), command(both.getT1(), both.getT2()))))
                .then();
    }

    private Mono<Optional<Complaint>> lastComplaint(String customer) {
        return lanes.find(IndexQuery.first(IntakeDefinition.BY_CUSTOMER, Fingerprint.of(customer), 1))
                .map(page -> page.cases().stream()
                        .flatMap(it -> it.state() instanceof Filed filed
                                ? Optional.of(filed.complaint()).stream()
                                : Optional.<Complaint>empty().stream())
                        .findFirst());
    }

    private static TellAccount command(CustomerDetails details, Optional<Complaint> last) {
        return new TellAccount(
                details.complete(last.map(Complaint::contact).orElse(null)),
                Objects.requireNonNullElseGet(
                        details.language(), () -> last.map(Complaint::language).orElse(FALLBACK_LANGUAGE)),
                Objects.requireNonNullElseGet(
                        details.channel(), () -> last.map(Complaint::channel).orElse(UNKNOWN_CHANNEL)));
    }

    @Override
    public void close() {
        looking.dispose();
    }
}
