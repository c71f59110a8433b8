package io.redress.resolution.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outbox;
import io.redress.chassis.lanes.Reactions;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.rocksdb.RocksDbCaseStore;
import io.redress.chassis.store.rocksdb.RocksDbOptions;
import io.redress.chassis.store.rocksdb.RocksDbResources;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.time.ControllableTime;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.resolution.domain.ImpossibleOrder;
import io.redress.resolution.domain.ImpossibleOrder.Touched;
import io.redress.resolution.domain.OptionCatalogue;
import io.redress.resolution.domain.OptionCatalogue.CatalogueOption;
import io.redress.resolution.domain.OptionCatalogue.Phrase;
import io.redress.resolution.domain.OrderCommand.DeclareImpossible;
import io.redress.resolution.domain.OrderWalk;
import io.redress.resolution.domain.Promise;
import io.redress.resolution.domain.ProposalTerms;
import io.redress.resolution.domain.RemedyTerms;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.LearnAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnRouting;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.ValueLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ten thousand customers of one order, with a crash in the middle of telling them. */
class TellOfImpossibleOrdersTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-04-01T16:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final String ORDER = OrderWalk.PREFIX + "lamps";
    private static final int CUSTOMERS = 10_000;
    private static final int OTHERS = 50;

    @TempDir
    Path folder;

    private RocksDbResources resources;
    private CaseStore store;
    private CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;

    @BeforeEach
    void open() {
        resources = RocksDbResources.standard();
        start();
    }

    private void start() {
        store = RocksDbCaseStore.open(folder.resolve("resolution"), resources, RocksDbOptions.standard());
        Phrase words = new Phrase(Map.of("en", "Words."));
        CatalogueOption option = new CatalogueOption("clarification", 1, words, null, LOGISTICS);
        OptionCatalogue catalogue = new OptionCatalogue(
                Map.of(), List.of(option), option, words, words, words, OptionCatalogue.Worse.IN_ENGLISH);
        lanes = new CaseLanes<>(
                new ResolutionDefinition(new ResolutionRules(
                        catalogue,
                        new ProposalTerms(Duration.ofDays(14), Duration.ofDays(7)),
                        new ValueLimits(List.of()),
                        RemedyTerms.USUAL)),
                Reactions.none(),
                store,
                new Nowhere(),
                (_, _, _) -> {},
                new ControllableTime(NOW),
                new SimpleMeterRegistry(),
                1);
    }

    @AfterEach
    void close() {
        lanes.close();
        store.close();
        resources.close();
    }

    @Test
    @Behaviour({"R123", "R124", "R125", "R126"})
    void ten_thousand_customers_of_an_impossible_order_are_each_told_once_and_the_same_whatever_crashes() {
        promise(CUSTOMERS, "lamp");
        promise(OTHERS, "chair");
        submit(ORDER, new DeclareImpossible(order())).block(PATIENCE);

        try (TellOfImpossibleOrders first = new TellOfImpossibleOrders(lanes, Duration.ofMillis(10))) {
            await().atMost(PATIENCE).until(() -> walk().done() > 0);
        }
        lanes.close();
        store.close();
        start();
        assertThat(walk().endedAt()).isNull();

        try (TellOfImpossibleOrders second = new TellOfImpossibleOrders(lanes, Duration.ofMillis(10))) {
            await().atMost(PATIENCE).until(() -> walk().endedAt() != null);
        }

        assertThat(walk().of()).isEqualTo(CUSTOMERS);
        assertThat(walk().done()).isEqualTo(CUSTOMERS);
        assertThat(walk().told()).isEqualTo(CUSTOMERS);
        List<Promise> slipping = slipping();
        assertThat(slipping).hasSize(CUSTOMERS);
        assertThat(slipping).allSatisfy(promise -> {
            assertThat(promise.told()).isEqualTo(1);
            assertThat(promise.slips().getFirst().newDueAt()).isEqualTo(LATER);
            assertThat(promise.slips().getFirst().orderId()).isEqualTo(ORDER);
            assertThat(promise.dueAt()).isEqualTo(LATER);
        });
        assertThat(find(PromiseEntries.WALKING, PromiseEntries.ALL)).isEmpty();
    }

    private List<Promise> slipping() {
        return find(PromiseEntries.SLIPPING, PromiseEntries.ALL).stream()
                .flatMap(view -> ResolutionRules.caseOf(view.state()).assurances().promises().all().stream())
                .toList();
    }

    private List<CaseView<ResolutionState>> find(String index, String value) {
        List<CaseView<ResolutionState>> all = new ArrayList<>();
        String cursor = "";
        do {
            var page = lanes.find(new IndexQuery(index, value, cursor, 500))
                    .blockOptional(PATIENCE)
                    .orElseThrow();
            all.addAll(page.cases());
            cursor = page.next();
        } while (!cursor.isEmpty());
        return all;
    }

    private OrderWalk walk() {
        return (OrderWalk)
                lanes.read(ORDER).blockOptional(PATIENCE).orElseThrow().state();
    }

    private void promise(int customers, String product) {
        Flux.fromStream(IntStream.range(0, customers).boxed())
                .flatMap(
                        n -> {
                            CaseId id = new CaseId(UUID.nameUUIDFromBytes(
                                            (product + n).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                    .toString());
                            return submit(id.value(), new LearnRouting(routed(id, product)))
                                    .then(submit(id.value(), new LearnAnswer(answered(id))))
                                    .then(submit(id.value(), new Choose("p1", "o1", "webshop")));
                        },
                        256)
                .blockLast(PATIENCE);
    }

    private Mono<?> submit(String id, ResolutionCommand command) {
        return Mono.defer(() -> lanes.submit(Submission.of(id, command)));
    }

    private static ImpossibleOrder order() {
        return new ImpossibleOrder(
                ORDER,
                List.of("product:lamp"),
                List.of(new Touched(Dimension.TIME, LATER, null, null)),
                "The ship is late.",
                List.of(),
                LOGISTICS,
                "remus",
                NOW);
    }

    private static CaseRouted routed(CaseId id, String product) {
        return new CaseRouted(
                id,
                "delivery",
                Cause.SERVICE_FAILURE,
                LOGISTICS,
                List.of(new Involvement(LOGISTICS, RequestId.of(id, 1), RequestKind.SOLUTION, "handles it")),
                new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                new Customer("C-1", Customer.Tier.STANDARD),
                "webshop",
                "en",
                "delivery-to-logistics",
                NOW,
                NOW.plus(Duration.ofDays(1)),
                null,
                null,
                null,
                product,
                null,
                null);
    }

    private static RequestAnswered answered(CaseId id) {
        return new RequestAnswered(
                id,
                RequestId.of(id, 1),
                LOGISTICS,
                RequestKind.SOLUTION,
                null,
                true,
                "Lost on the way.",
                List.of(),
                List.of(new OptionIdea("shipment", "We send a new one.", null, 3, null)),
                "remus",
                NOW);
    }

    /** What is told to others is of no interest here. */
    private static final class Nowhere implements Outbox {
        @Override
        public boolean hasRoom() {
            return true;
        }

        @Override
        public void publish(List<PendingEvent> events) {}
    }
}
