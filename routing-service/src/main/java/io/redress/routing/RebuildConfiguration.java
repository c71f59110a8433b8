package io.redress.routing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.chassis.kafka.OutboxRelay;
import io.redress.chassis.kafka.TopicHistory;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.DeadLetterSink;
import io.redress.chassis.lanes.Reactions;
import io.redress.chassis.store.CaseStore;
import io.redress.routing.adapter.kafka.RebuildFromTopics;
import io.redress.routing.application.KnownAbsences;
import io.redress.routing.application.RoutingDefinition;
import io.redress.routing.application.RoutingMeters;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.NotingRules;
import io.redress.routing.domain.OfferTerms;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingDecider;
import io.redress.routing.domain.RoutingTable;
import io.redress.routing.domain.SilenceSpeaks;
import io.redress.routing.domain.knowledge.KnownProblems;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For the one start after the store was lost: {@code redress.routing.rebuild=true}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "redress.routing.rebuild", havingValue = "true")
class RebuildConfiguration {
    /** Whatever is refused now was refused before, and is kept since then. */
    private static final DeadLetterSink KEPT_ALREADY = (_, _, _) -> {};

    @Bean
    RebuildFromTopics rebuildFromTopics(
            Departments departments,
            RoutingTable table,
            OfferTerms terms,
            IncidentSettings incidents,
            SilenceSpeaks silence,
            KnownAbsences absences,
            Reactions<RoutingCommand> reactions,
            CaseStore store,
            OutboxRelay outbox,
            InstantSource clock,
            TopicHistory history) {
        // Meters of its own: what happened once is counted once.
        var meters = new SimpleMeterRegistry();
        var definition = new RoutingDefinition(
                new NotingRules(new RoutingDecider(departments, table, terms, KnownProblems.NONE, incidents.terms())),
                new RoutingMeters(meters),
                silence,
                absences);
        return new RebuildFromTopics(
                history,
                () -> new CaseLanes<>(definition, reactions, store, outbox, KEPT_ALREADY, clock, meters, 1),
                reactions);
    }
}
