package io.redress.resolution.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Outbox;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Reactions;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.rocksdb.RocksDbCaseStore;
import io.redress.chassis.store.rocksdb.RocksDbOptions;
import io.redress.chassis.store.rocksdb.RocksDbResources;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentId;
import io.redress.contracts.Money;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.Owner;
import io.redress.contracts.PlannedStep;
import io.redress.contracts.Remedy;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.resolution.domain.AffectedAccount;
import io.redress.resolution.domain.AffectedAccount.ByChoice;
import io.redress.resolution.domain.AffectedAccount.Done;
import io.redress.resolution.domain.IncidentRemedy;
import io.redress.resolution.domain.IncidentRemedyCommand.AffectAccount;
import io.redress.resolution.domain.IncidentRemedyCommand.ApproveRemedy;
import io.redress.resolution.domain.IncidentRemedyCommand.LearnMode;
import io.redress.resolution.domain.IncidentRemedyCommand.ListAccounts;
import io.redress.resolution.domain.IncidentRemedyCommand.ProposeRemedy;
import io.redress.resolution.domain.Membership;
import io.redress.resolution.domain.MembershipCommand.JoinIncident;
import io.redress.resolution.domain.MembershipCommand.LeaveIncident;
import io.redress.resolution.domain.OptionCatalogue;
import io.redress.resolution.domain.OptionCatalogue.CatalogueOption;
import io.redress.resolution.domain.OptionCatalogue.Phrase;
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
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** The remedy of an incident, step by step, with a provider that is told what to answer. */
class ExecuteFirstTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration OFTEN = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final IncidentId INCIDENT = new IncidentId(UUID.randomUUID().toString());
    private static final Remedy CREDIT = new Remedy("credit", new Money(new BigDecimal("10.00"), "EUR"), null);
    private static final int ACCOUNTS = 300;
    private static final int AT_ONCE = 4;

    @TempDir
    Path folder;

    private final Provider provider = new Provider();
    private RocksDbResources resources;
    private CaseStore store;
    private CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;

    @BeforeEach
    void open() {
        resources = RocksDbResources.standard();
        store = RocksDbCaseStore.open(folder.resolve("resolution"), resources, RocksDbOptions.standard());
        Phrase words = new Phrase(Map.of("en", "Words."));
        CatalogueOption option = new CatalogueOption("clarification", 1, words, null, FINANCE);
        OptionCatalogue catalogue = new OptionCatalogue(
                Map.of(), List.of(option), option, words, words, words, OptionCatalogue.Worse.IN_ENGLISH);
        lanes = new CaseLanes<>(
                new ResolutionDefinition(new ResolutionRules(
                        catalogue,
                        new ProposalTerms(Duration.ofDays(14), Duration.ofDays(7)),
                        new ValueLimits(List.of(new ValueLimits.Edition(
                                "all",
                                NOW.minusSeconds(1),
                                List.of(new ValueLimits.Row(
                                        null,
                                        Customer.Tier.STANDARD,
                                        List.of(),
                                        List.of(new Money(new BigDecimal("1000.00"), "EUR"))))))),
                        RemedyTerms.USUAL)),
                Reactions.none(),
                store,
                new Nowhere(),
                (_, _, _) -> {},
                InstantSource.system(),
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
    @Behaviour("R110")
    void
            a_provider_that_takes_nothing_is_not_tried_with_every_account_and_as_soon_as_it_does_all_receive_theirs_once() {
        provider.takes = false;
        List<String> accounts =
                IntStream.range(0, ACCOUNTS).mapToObj(n -> "C-" + n).toList();
        accounts.forEach(account -> affect(account, null));
        approve();

        try (ExecuteFirst _ = executeFirst()) {
            await().atMost(PATIENCE).until(() -> provider.orders.size() > 2 * AT_ONCE);
            assertThat(Set.copyOf(
                            provider.orders.stream().map(RemedyOrder::account).toList()))
                    .as("those that were tried")
                    .hasSizeLessThan(ACCOUNTS / 2);
            provider.takes = true;
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(accounts)
                            .allSatisfy(it -> assertThat(account(it).stage()).isInstanceOf(Done.class)));
        }

        assertThat(provider.executed)
                .hasSize(ACCOUNTS)
                .allSatisfy((_, times) -> assertThat(times).isOne());
        assertThat(provider.orders.stream().distinct()).as("each to the letter").hasSize(ACCOUNTS);
    }

    @Test
    @Behaviour("R110")
    void who_has_chosen_as_much_of_the_same_before_does_not_receive_it_again_and_who_chose_less_or_another_does() {
        CaseId chosen = complain("C-1", "credit", "10.0");
        affect("C-1", chosen);
        affect("C-2", complain("C-2", "refund"));
        affect("C-3", complain("C-3", "credit", "9.99"));
        approve();

        try (ExecuteFirst _ = executeFirst()) {
            await().atMost(PATIENCE)
                    .until(() -> Stream.of("C-1", "C-2", "C-3")
                            .allMatch(it -> account(it).isSettled()));
        }

        assertThat(account("C-1").stage()).isEqualTo(new ByChoice(chosen));
        assertThat(account("C-3").stage())
                .isInstanceOfSatisfying(
                        Done.class, it -> assertThat(it.remedy()).isEqualTo(CREDIT));
        assertThat(provider.executed)
                .containsOnlyKeys(IncidentRemedy.remedyId(INCIDENT, "C-2"), IncidentRemedy.remedyId(INCIDENT, "C-3"));
    }

    @Test
    @Behaviour("R110")
    void a_case_that_left_the_incident_after_the_remedy_was_carried_out_is_not_taken_for_told() {
        CaseId first = complain("C-1", "refund");
        CaseId second = complain("C-1", "refund");
        affect("C-1", first);
        affect("C-1", second);
        approve();
        try (ExecuteFirst _ = executeFirst()) {
            await().atMost(PATIENCE).until(() -> account("C-1").isSettled());
        }
        submit(first.value(), new LeaveIncident(INCIDENT));

        try (ThenTell _ = new ThenTell(lanes, OFTEN)) {
            await().atMost(PATIENCE).until(() -> account("C-1").untold().isEmpty());
        }

        assertThat(membership(first).remedied()).isNull();
        assertThat(membership(second).remedied()).isEqualTo(INCIDENT);
    }

    private ExecuteFirst executeFirst() {
        RemedyTerms terms = new RemedyTerms(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMinutes(1));
        return new ExecuteFirst(
                lanes,
                provider,
                InstantSource.system(),
                new ExecuteFirst.Pace(true, AT_ONCE, OFTEN, terms),
                new SimpleMeterRegistry());
    }

    private void approve() {
        String plan = IncidentRemedy.planOf(INCIDENT);
        submit(plan, new LearnMode(INCIDENT, ExecutionMode.EXECUTE_FIRST));
        submit(plan, new ListAccounts(INCIDENT, List.of("C-0")));
        submit(plan, new ProposeRemedy(INCIDENT, CREDIT, "A day without it.", "george"));
        submit(plan, new ApproveRemedy("sofia", true));
    }

    private void affect(String account, @org.jspecify.annotations.Nullable CaseId caseId) {
        submit(IncidentRemedy.accountOf(INCIDENT, account), new AffectAccount(INCIDENT, account, caseId));
    }

    private AffectedAccount account(String account) {
        return (AffectedAccount) lanes.read(IncidentRemedy.accountOf(INCIDENT, account))
                .blockOptional(PATIENCE)
                .orElseThrow()
                .state();
    }

    private Membership membership(CaseId caseId) {
        return ResolutionRules.caseOf(lanes.read(caseId.value())
                        .blockOptional(PATIENCE)
                        .orElseThrow()
                        .state())
                .assurances()
                .membership();
    }

    /** A case in which the customer has chosen a remedy of that kind before it joined. */
    private CaseId complain(String account, String kind) {
        return complain(account, kind, "10.00");
    }

    private CaseId complain(String account, String kind, String euros) {
        CaseId id = new CaseId(UUID.randomUUID().toString());
        submit(id.value(), new LearnRouting(routed(id, account)));
        submit(
                id.value(),
                new LearnAnswer(answered(id, new Remedy(kind, new Money(new BigDecimal(euros), "EUR"), null))));
        submit(id.value(), new Choose("p1", "o1", "webshop"));
        submit(id.value(), new JoinIncident(INCIDENT));
        return id;
    }

    private void submit(String id, ResolutionCommand command) {
        assertThat(lanes.submit(Submission.of(id, command)).block(PATIENCE)).isInstanceOf(Outcome.Accepted.class);
    }

    private static CaseRouted routed(CaseId id, String account) {
        return new CaseRouted(
                id,
                "crash",
                Cause.PRODUCT_FAULT,
                FINANCE,
                List.of(new Involvement(FINANCE, RequestId.of(id, 1), RequestKind.SOLUTION, "handles it")),
                new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                new Customer(account, Customer.Tier.STANDARD),
                "webshop",
                "en",
                "crash-to-finance",
                NOW,
                NOW.plus(Duration.ofDays(1)));
    }

    private static RequestAnswered answered(CaseId id, Remedy remedy) {
        return new RequestAnswered(
                id,
                RequestId.of(id, 1),
                FINANCE,
                RequestKind.SOLUTION,
                null,
                true,
                "It was down.",
                List.of(),
                List.of(new OptionIdea(
                        remedy.kind(),
                        "Something back.",
                        null,
                        3,
                        null,
                        null,
                        List.of(new PlannedStep("pay", FINANCE, "pay", List.of(), "undo", null, remedy)),
                        null)),
                "remus",
                NOW);
    }

    /** Executes as often as it is told, and knows what it has executed. */
    private static final class Provider implements Remedies {
        private final Queue<RemedyOrder> orders = new ConcurrentLinkedQueue<>();
        private final Map<String, Integer> executed = new ConcurrentHashMap<>();
        private volatile boolean takes = true;

        @Override
        public Mono<RemedyOutcome> execute(RemedyOrder order) {
            return Mono.fromSupplier(() -> {
                orders.add(order);
                if (!takes) {
                    return new RemedyOutcome.NeverOrdered();
                }
                executed.merge(order.remedyId(), 1, Integer::sum);
                return new RemedyOutcome.Executed("ref", NOW);
            });
        }

        @Override
        public Mono<RemedyOutcome> ask(String remedyId) {
            return Mono.fromSupplier(() -> executed.containsKey(remedyId)
                    ? new RemedyOutcome.Executed("ref", NOW)
                    : new RemedyOutcome.NeverOrdered());
        }
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
