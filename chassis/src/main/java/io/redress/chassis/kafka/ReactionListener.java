package io.redress.chassis.kafka;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Outbox;
import io.redress.chassis.lanes.Overloaded;
import io.redress.chassis.lanes.Reactions;
import java.util.ArrayList;
import java.util.List;
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

    ReactionListener(Reactions<C> reactions, CaseLanes<?, C, ?> lanes, Outbox outbox, KafkaDeadLetters deadLetters) {
        this.reactions = reactions;
        this.lanes = lanes;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        if (!outbox.hasRoom()) {
            throw new Overloaded("Expected the event log to keep up, but too many events wait for it");
        }
        List<CompletableFuture<Void>> taken = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> in : records) {
            IncomingEvent event;
            try {
                event = reactions.of(in.topic()).types().isEmpty()
                        ? EventHeaders.unsequenced(in)
                        : EventHeaders.sequenced(in);
            } catch (IllegalArgumentException unreadable) {
                deadLetters.refuse(in, "unreadable", String.valueOf(unreadable.getMessage()));
                continue;
            }
            taken.add(lanes.accept(event));
        }
        await(CompletableFuture.allOf(taken.toArray(CompletableFuture[]::new)));
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
