package io.redress.intake.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Overloaded;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.StoreUnavailable;
import io.redress.intake.domain.Delivery;
import io.redress.intake.domain.DeliveryCommand;
import io.redress.intake.domain.DeliveryCommand.HandOver;
import io.redress.intake.domain.DeliveryCommand.NoteReceipt;
import io.redress.intake.domain.DeliveryFact.HandedOver;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Takes one letter after the other of a case to its carrier, and brings the receipts back to the case. */
final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final String NOBODY = "none";
    private static final int AT_ONCE_WITHOUT_CARRIER = 32;
    /** A receipt is not thrown away because the store or the event log is out: that would carry the letter again. */
    private static final Retry UNTIL_NOTED = Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
            .maxBackoff(Duration.ofSeconds(5))
            .filter(failure -> failure instanceof Overloaded || failure instanceof StoreUnavailable);

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final CarrierChoice carriers;
    private final boolean claimsAll;
    private final PostMetrics metrics;
    private final Runnable whenFree;
    private final Set<String> underway = ConcurrentHashMap.newKeySet();
    private final Queue<String> arrived = new ConcurrentLinkedQueue<>();
    private final Map<String, Satchel> satchels = new ConcurrentHashMap<>();
    private final Disposable.Composite flying = Disposables.composite();

    /** @param whenFree called when there may be more to do at once */
    Postman(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes,
            CarrierChoice carriers,
            boolean claimsAll,
            PostMetrics metrics,
            Runnable whenFree) {
        this.lanes = lanes;
        this.carriers = carriers;
        this.claimsAll = claimsAll;
        this.metrics = metrics;
        this.whenFree = whenFree;
    }

    /**
     * To be called before the store is looked at again. Until then a case counts as underway: it may have been read
     * before its letter arrived, and would be carried a second time.
     */
    void forgetArrived() {
        for (String caseId = arrived.poll(); caseId != null; caseId = arrived.poll()) {
            underway.remove(caseId);
        }
    }

    /**
     * Takes a letter on, unless one of this case is underway already.
     *
     * @return false where its carrier has no room; then it is found again
     */
    boolean deliver(String caseId, Letter letter, Delivery delivery) {
        if (!underway.add(caseId)) {
            return true;
        }
        Optional<MessageCarrier> found =
                mayBeThere(delivery) ? carriers.named(carrierOf(delivery)) : carriers.of(letter);
        Satchel satchel = satchels.computeIfAbsent(
                found.map(MessageCarrier::name).orElse(NOBODY),
                _ -> new Satchel(found.map(MessageCarrier::atOnce).orElse(AT_ONCE_WITHOUT_CARRIER)));
        Mono<Boolean> way = found.map(carrier -> carried(caseId, letter, carrier))
                .orElseGet(() -> note(caseId, letter, nobodyCan(letter, delivery)));
        boolean room = satchel.take(() -> begin(caseId, way, satchel));
        if (!room) {
            underway.remove(caseId);
        }
        return room;
    }

    private void begin(String caseId, Mono<Boolean> way, Satchel satchel) {
        Disposable.Swap running = Disposables.swap();
        flying.add(running);
        running.update(way.then(Mono.just(true))
                // Not on the thread of whoever was before: that may be a lane, or a long chain of letters.
                .subscribeOn(Schedulers.parallel())
                .onErrorResume(failure -> {
                    // Its kind only: what a carrier complains about may quote the letter.
                    LOG.warn(
                            "A message will be tried again: {}",
                            failure.getClass().getName());
                    return Mono.just(false);
                })
                .subscribe(well -> {
                    flying.remove(running);
                    arrived.add(caseId);
                    if (satchel.arrived() && well) {
                        whenFree.run();
                    }
                }));
    }

    /** What one carrier may have must not be given to another one, which cannot know that. */
    private static boolean mayBeThere(Delivery delivery) {
        return delivery.handedOver() || delivery.state() == Delivery.State.UNKNOWN;
    }

    private static String carrierOf(Delivery delivery) {
        String carrier = delivery.carrier();
        return carrier == null ? NOBODY : carrier;
    }

    private static NoteReceipt nobodyCan(Letter letter, Delivery delivery) {
        return mayBeThere(delivery)
                ? new NoteReceipt(
                        letter.id(),
                        carrierOf(delivery),
                        false,
                        new Receipt.Unsure("The carrier that may have sent it is not set up any more."))
                : new NoteReceipt(
                        letter.id(),
                        NOBODY,
                        true,
                        new Receipt.NotNow("No carrier is set up that reaches this customer.", null));
    }

    private Mono<Boolean> carried(String caseId, Letter letter, MessageCarrier carrier) {
        Mono<Boolean> mayCarry = claimsAll || !carrier.knowsIds() ? claim(caseId, letter, carrier) : Mono.just(true);
        return mayCarry.filter(ours -> ours)
                .flatMap(_ -> receipt(letter, carrier))
                .flatMap(receipt -> note(
                        caseId, letter, new NoteReceipt(letter.id(), carrier.name(), carrier.knowsIds(), receipt)));
    }

    private static Mono<Receipt> receipt(Letter letter, MessageCarrier carrier) {
        Receipt unsure = new Receipt.Unsure("It failed unexpectedly while it was being handed over.");
        return Mono.defer(() -> carrier.carry(letter))
                .onErrorResume(failure -> {
                    LOG.warn(
                            "Carrying by {} failed: {}",
                            carrier.name(),
                            failure.getClass().getName());
                    return Mono.just(unsure);
                })
                .defaultIfEmpty(unsure);
    }

    private Mono<Boolean> claim(String caseId, Letter letter, MessageCarrier carrier) {
        DeliveryCommand handOver = new HandOver(letter.id(), carrier.name(), carrier.knowsIds());
        return lanes.submit(Submission.<IntakeCommand>of(caseId, handOver)).map(outcome -> {
            List<IntakeFact> facts = facts(outcome);
            metrics.count(facts, letter.message().kind());
            return facts.stream().anyMatch(HandedOver.class::isInstance);
        });
    }

    private Mono<Boolean> note(String caseId, Letter letter, NoteReceipt receipt) {
        return Mono.defer(() -> lanes.submit(Submission.<IntakeCommand>of(caseId, receipt)))
                .retryWhen(UNTIL_NOTED)
                .map(outcome -> {
                    metrics.count(facts(outcome), letter.message().kind());
                    return true;
                });
    }

    private static List<IntakeFact> facts(Outcome<IntakeState, IntakeFact> outcome) {
        return outcome instanceof Outcome.Accepted<IntakeState, IntakeFact>(var _, var facts) ? facts : List.of();
    }

    boolean busy() {
        return flying.size() > 0;
    }

    void close() {
        flying.dispose();
    }
}
