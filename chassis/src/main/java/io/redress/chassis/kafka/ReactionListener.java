package io.redress.chassis.kafka;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Outbox;
import io.redress.chassis.lanes.Overloaded;
import io.redress.chassis.lanes.Reactions;
import io.redress.chassis.lanes.Refused;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Hands a batch of records to the lanes and returns when none of them needs redelivery; the container then commits.
 * Raw records on purpose: nothing in a header may choose a type or a converter.
 */
final class ReactionListener<C> implements BatchMessageListener<String, byte[]> {
    private static final int PATIENCE_SECONDS = 60;

    private final Reactions<C> reactions;
    private final CaseLanes<?, C, ?> lanes;
    private final Outbox outbox;
    private final KafkaDeadLetters deadLetters;
    private final TellOutsiders outsiders;

    ReactionListener(
            Reactions<C> reactions,
            CaseLanes<?, C, ?> lanes,
            Outbox outbox,
            KafkaDeadLetters deadLetters,
            TellOutsiders outsiders) {
        this.reactions = reactions;
        this.lanes = lanes;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.outsiders = outsiders;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        if (!outbox.hasRoom()) {
            throw new Overloaded("Expected the event log to keep up, but too many events wait for it");
        }
        List<CompletableFuture<Optional<RefusedRecord>>> taken =
                records.stream().map(this::take).toList();
        await(CompletableFuture.allOf(taken.toArray(CompletableFuture[]::new)));
        List<RefusedRecord> refused = taken.stream()
                .flatMap(it -> it.resultNow().stream())
                .filter(it -> ofOutsiders(it.topic()))
                .toList();
        if (!refused.isEmpty()) {
            await(outsiders.tell(refused));
        }
    }

    private CompletableFuture<Optional<RefusedRecord>> take(ConsumerRecord<String, byte[]> in) {
        IncomingEvent event;
        try {
            event = ofOutsiders(in.topic()) ? EventHeaders.unsequenced(in) : EventHeaders.sequenced(in);
        } catch (IllegalArgumentException unreadable) {
            String reason = String.valueOf(unreadable.getMessage());
            return deadLetters
                    .keepUnread(in, Refused.UNREADABLE, reason)
                    .thenApply(_ -> Optional.of(refused(in, Refused.UNREADABLE, reason)));
        }
        return lanes.accept(event).thenApply(why -> why.map(it -> refused(in, it.code(), it.reason())));
    }

    private boolean ofOutsiders(String topic) {
        return reactions.of(topic).types().isEmpty();
    }

    private static RefusedRecord refused(ConsumerRecord<String, byte[]> in, String code, String reason) {
        return new RefusedRecord(in.topic(), in.partition(), in.offset(), in.key(), in.value(), code, reason);
    }

    private static void await(CompletableFuture<Void> all) {
        try {
            all.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected time to finish a batch, but was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Expected to take a batch in, but a dependency is down", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("Expected to take a batch in within " + PATIENCE_SECONDS + " s", e);
        }
    }
}
