package io.redress.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.chassis.time.ControllableTime;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.CooperationEvent.QuestionAsked;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.contracts.EventTypes;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.CaseMerged;
import io.redress.contracts.IntakeEvent.ClarificationAsked;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.contracts.IntakeEvent.MergeUndone;
import io.redress.contracts.Owner;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** The store is lost, the topics are not: the cases are made anew, and nobody outside notices. */
class RebuildServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path lost;

    @TempDir
    Path fresh;

    private final ControllableTime time = new ControllableTime(NOW);
    private final Map<String, Long> sequences = new HashMap<>();

    @Test
    @Behaviour({"R60", "R62", "R63"})
    void without_its_store_routing_has_the_same_waits_again_and_says_nothing_twice() {
        try (RunningService service =
                RunningService.start(RoutingApplication.class, "routing-service", lost, time, Map.of())) {
            CaseId chain = complain(service, "overcharge");
            tell(service, Topics.DEPARTMENTS, "departments", help(chain, 1, "h1", "finance", "logistics"));
            tell(service, Topics.DEPARTMENTS, "departments", help(chain, 2, "h2", "logistics", "legal-compliance"));
            time.advance(Duration.ofMinutes(7));
            tell(service, Topics.DEPARTMENTS, "departments", answered(chain, 3, "legal-compliance"));
            tell(service, Topics.DEPARTMENTS, "departments", question(chain, 2, "logistics", "finance"));

            CaseId circle = complain(service, "delivery");
            tell(service, Topics.DEPARTMENTS, "departments", help(circle, 1, "h1", "logistics", "finance"));
            tell(service, Topics.DEPARTMENTS, "departments", help(circle, 2, "h2", "finance", "logistics"));

            CaseId decided = complain(service, "invoice");
            tell(service, Topics.DEPARTMENTS, "departments", help(decided, 1, "h1", "finance", "logistics"));
            tell(service, Topics.DEPARTMENTS, "departments", help(decided, 2, "h2", "logistics", "finance"));
            decide(service, decided);

            CaseId wandering = complain(service, "overcharge");
            tell(service, Topics.DEPARTMENTS, "departments", declined(wandering));
            tell(service, Topics.COMPLAINTS, "intake", revised(wandering, "crash", 1));
            tell(service, Topics.COMPLAINTS, "intake", revised(wandering, "contract", 2));
            tell(service, Topics.COMPLAINTS, "intake", merged(wandering));
            tell(service, Topics.COMPLAINTS, "intake", new MergeUndone(wandering, chain, "andrei", "Two things.", NOW));

            CaseId asked = heard(service);
            tell(
                    service,
                    Topics.COMPLAINTS,
                    "intake",
                    new ClarificationAsked(asked, List.of(), NOW, NOW.plus(Duration.ofDays(2))));
            CaseId proposed = complain(service, "overcharge");
            tell(service, Topics.DEPARTMENTS, "departments", answered(proposed, 1, "finance"));
            tell(service, Topics.RESOLUTIONS, "resolutions", proposed(proposed));

            List<CaseId> cases = List.of(chain, circle, decided, wandering, asked, proposed);
            List<String> before = waits(service, cases);
            assertThat(before).allSatisfy(it -> assertThat(it).contains("rootBlocker"));
            Map<CaseId, Integer> told = new HashMap<>();
            for (CaseId id : cases) {
                told.put(id, routingSequence(service, id));
            }
            time.advance(Duration.ofHours(3));

            service.restart(fresh, Map.of("redress.routing.rebuild", "true"));

            assertThat(waits(service, cases)).isEqualTo(before);
            for (CaseId id : cases) {
                assertThat(routingSequence(service, id)).isEqualTo(told.get(id));
            }
            tell(service, Topics.DEPARTMENTS, "departments", answered(chain, 2, "logistics"));
            waits(service, List.of(chain));
            int sequence = routingSequence(service, chain);
            assertThat(sequence).isGreaterThan(told.getOrDefault(chain, 0));
            assertThat(service.await(Topics.ROUTING, chain.value(), sequence))
                    .extracting(it -> RunningService.headers(it).get("ce_sequence"))
                    .doesNotHaveDuplicates()
                    .hasSize(sequence);
        }
    }

    private void decide(RunningService service, CaseId id) {
        String waits = "/api/v1/cases/" + id + "/waits";
        Answer seen = service.as("doina", "supervisor").get(waits, "Redress-At-Least", atLeast(id));
        Answer decided = service.as("doina", "supervisor")
                .post(
                        "/api/v1/cases/" + id + "/cycles/r1-r2/decision",
                        "{\"goFirst\":\"" + id + "-r2\",\"reason\":\"Alone.\"}",
                        "If-Match",
                        seen.header("ETag"));
        assertThat(decided.status()).isEqualTo(200);
    }

    /** All that is said about who waits, but for how long it has lasted by now. */
    private List<String> waits(RunningService service, List<CaseId> cases) {
        List<String> views = new ArrayList<>();
        for (CaseId id : cases) {
            ObjectNode view = (ObjectNode) service.as("somebody", "auditor")
                    .get("/api/v1/cases/" + id + "/waits", "Redress-At-Least", atLeast(id))
                    .json();
            assertThat(view.has("waits")).as(view.toString()).isTrue();
            view.remove("at");
            view.path("waits").forEach(RebuildServiceTest::withoutElapsed);
            view.path("criticalPath").forEach(RebuildServiceTest::withoutElapsed);
            views.add(view.toString());
        }
        return views;
    }

    private static void withoutElapsed(tools.jackson.databind.JsonNode wait) {
        ((ObjectNode) wait).remove(List.of("waitedSeconds", "workingSeconds"));
    }

    private static int routingSequence(RunningService service, CaseId id) {
        return service.as("somebody", "auditor")
                .get("/api/v1/cases/" + id + "/waits")
                .json()
                .at("/asOf/routing")
                .asInt();
    }

    private String atLeast(CaseId id) {
        List<String> positions = new ArrayList<>();
        for (String stream : List.of("intake", "departments", "resolutions")) {
            Long seq = sequences.get(id + stream);
            if (seq != null) {
                positions.add(stream + "=" + seq);
            }
        }
        return String.join(",", positions);
    }

    private CaseId heard(RunningService service) {
        CaseId id = new CaseId(UUID.randomUUID().toString());
        tell(
                service,
                Topics.COMPLAINTS,
                "intake",
                new ComplaintReceived(
                        id,
                        null,
                        "webshop",
                        new Customer("C-1042", Customer.Tier.STANDARD),
                        "web",
                        "en",
                        "You charged me twice!",
                        new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                        NOW));
        return id;
    }

    private CaseId complain(RunningService service, String nature) {
        CaseId id = heard(service);
        tell(
                service,
                Topics.COMPLAINTS,
                "intake",
                new ComplaintDiagnosed(id, List.of(hypothesis(nature)), -0.3, false, false, "test", NOW));
        // A service that has just started may need longer for its first event than a reader waits for it.
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> waits(service, List.of(id)));
        return id;
    }

    private static Hypothesis hypothesis(String nature) {
        return new Hypothesis(nature, Cause.SERVICE_FAILURE, 0.9, List.of(), "rule");
    }

    private static HelpRequested help(CaseId id, int number, String helpId, String by, String from) {
        return new HelpRequested(
                id,
                RequestId.of(id, number),
                helpId,
                new DepartmentCode(by),
                new DepartmentCode(from),
                RequestKind.INFORMATION,
                "Where is the parcel?",
                "Silvia",
                NOW);
    }

    private static QuestionAsked question(CaseId id, int number, String by, String to) {
        return new QuestionAsked(
                id,
                RequestId.of(id, number),
                "q1",
                new DepartmentCode(by),
                Party.department(new DepartmentCode(to)),
                "Which one?",
                "Silvia",
                NOW);
    }

    private static RequestAnswered answered(CaseId id, int number, String by) {
        return new RequestAnswered(
                id,
                RequestId.of(id, number),
                new DepartmentCode(by),
                RequestKind.INFORMATION,
                null,
                true,
                "It is on its way.",
                List.of(),
                List.of(),
                "Silvia",
                NOW);
    }

    private static RequestDeclined declined(CaseId id) {
        return new RequestDeclined(
                id,
                RequestId.of(id, 1),
                new DepartmentCode("finance"),
                "Not ours.",
                new DepartmentCode("logistics"),
                "Silvia",
                NOW);
    }

    private static DiagnosisRevised revised(CaseId id, String nature, int revision) {
        return new DiagnosisRevised(
                id,
                revision,
                List.of(hypothesis(nature)),
                -0.3,
                false,
                false,
                DiagnosisRevised.Reason.CORRECTED,
                "It is about something else.",
                "andrei",
                "test",
                NOW,
                null,
                null);
    }

    private CaseMerged merged(CaseId id) {
        return new CaseMerged(id, new CaseId(UUID.randomUUID().toString()), "andrei", "The same.", NOW);
    }

    private static SolutionsProposed proposed(CaseId id) {
        return new SolutionsProposed(
                id,
                "p1",
                List.of(new Option("o1", "refund", "Money back", null, 3, null, List.of())),
                "There is only one.",
                null,
                NOW,
                NOW.plus(Duration.ofDays(14)));
    }

    private void tell(RunningService service, String topic, String stream, CaseEvent event) {
        String id = event.caseId().value();
        long seq = sequences.merge(id + stream, 1L, Long::sum);
        service.publish(topic, stream, id, seq, EventTypes.wireName(event.getClass()), Wire.write(event));
    }
}
