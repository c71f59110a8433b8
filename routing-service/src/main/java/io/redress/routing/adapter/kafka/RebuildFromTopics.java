package io.redress.routing.adapter.kafka;

import io.redress.chassis.Preparation;
import io.redress.chassis.kafka.TopicHistory;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.chassis.lanes.Reactions;
import io.redress.chassis.lanes.Submission;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.routing.application.RoutingDefinition;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the cases anew from the topics where the store is lost. What routing decided is what it published, with the times
 * it published, and is recalled and not decided again; what it only noted is noted again from the topics of the others.
 * Nothing is published twice. What was not heard before the loss is heard afterwards, as ever. Over cases that are there
 * it changes nothing, so it can be interrupted and repeated.
 */
public final class RebuildFromTopics implements Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildFromTopics.class);
    /** Charters, which nobody waits for; intake before departments, since words belong to cases that are open; resolution last, since it ends them. */
    private static final List<String> HEARD =
            List.of(Topics.CHARTERS, Topics.COMPLAINTS, Topics.DEPARTMENTS, Topics.RESOLUTIONS);

    private final TopicHistory history;
    private final Supplier<CaseLanes<RoutingState, RoutingCommand, RoutingFact>> lanes;
    private final Reactions<RoutingCommand> reactions;

    /** @param lanes of rules that only note what was heard before, see {@link io.redress.routing.domain.NotingRules} */
    public RebuildFromTopics(
            TopicHistory history,
            Supplier<CaseLanes<RoutingState, RoutingCommand, RoutingFact>> lanes,
            Reactions<RoutingCommand> reactions) {
        this.history = history;
        this.lanes = lanes;
        this.reactions = reactions;
    }

    @Override
    public void prepare() {
        LOG.info("Routing makes its cases anew from the topics");
        try (var quiet = lanes.get()) {
            history.read(Topics.COMPLAINTS, batch -> all(batch, it -> hear(quiet, it)));
            history.read(Topics.ROUTING, batch -> all(batch, it -> recall(quiet, it)));
            HEARD.forEach(topic -> history.readConsumed(topic, batch -> all(batch, quiet::accept)));
        }
        LOG.info("Routing has its cases again");
    }

    private CompletableFuture<?> hear(CaseLanes<RoutingState, RoutingCommand, RoutingFact> quiet, IncomingEvent event) {
        Reaction<RoutingCommand> reaction = reactions.of(event.topic());
        return reaction.concerns(event) && reaction.command(event) instanceof HearComplaint hear
                ? quiet.submit(Submission.of(event.caseId(), hear)).toFuture()
                : CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<?> recall(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> quiet, IncomingEvent event) {
        RoutingEvent published = (RoutingEvent) Wire.read(event.type(), event.payload());
        return quiet.recall(
                event.caseId(), RoutingDefinition.STREAM, event.seq(), new RoutingFact.Published(published));
    }

    private static void all(List<IncomingEvent> batch, Function<IncomingEvent, CompletableFuture<?>> take) {
        List<CompletableFuture<?>> taken = new ArrayList<>(batch.size());
        batch.forEach(it -> taken.add(take.apply(it)));
        CompletableFuture.allOf(taken.toArray(CompletableFuture[]::new)).join();
    }
}
