package io.redress.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.ReservationEvent.ReservationHeld;
import io.redress.contracts.ReservationEvent.ReservationTaken;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.standalone.toy.MortalProduct;
import io.redress.standalone.toy.StageTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Of each thing there is one, and three customers need it. All of it dies while things are being held for offers, and once
 * more while they are being taken for choices.
 */
class ReservationCrashTest {
    private static final int THINGS = 12;
    private static final int CASES = 3 * THINGS;
    private static final int CLIENTS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path temporary;

    /** Case by number, for what was answered 201. */
    private final Map<Integer, String> cases = new ConcurrentHashMap<>();

    @Test
    @Behaviour({"R1", "R104", "R111"})
    void each_thing_has_one_holder_and_nothing_is_lost_or_held_twice() throws Exception {
        Path data = temporary.resolve("data");
        try (MortalProduct first = MortalProduct.start(temporary, data)) {
            for (int n = 0; n < THINGS; n++) {
                declare(first, n);
            }
            forEach(CASES, n -> complain(first, n));
            Thread offering = asLongAsItLives(() -> forEach(CASES, n -> answer(first, n)));
            await(() -> things(first), "held");
            first.kill();
            offering.join();
        }
        Map<Integer, String> holders = new HashMap<>();
        try (MortalProduct second = MortalProduct.start(temporary, data)) {
            forEach(CASES, n -> answer(second, n));
            holders.putAll(holders(second));
            assertThat(holders).as("holders by thing").hasSize(THINGS);
            assertThat(things(second))
                    .hasSize(THINGS)
                    .allMatch(it -> "1".equals(it.path("held").asString()));
            Thread choosing = asLongAsItLives(() -> forEach(THINGS, n -> choose(second, holders, n)));
            await(() -> things(second), "taken");
            second.kill();
            choosing.join();
        }
        try (MortalProduct third = MortalProduct.start(temporary, data)) {
            forEach(THINGS, n -> choose(third, holders, n));

            assertThat(things(third))
                    .hasSize(THINGS)
                    .allMatch(it -> "1".equals(it.path("taken").asString()));
            assertThat(holders.values()).allMatch(id -> state(third, id).equals("chosen"));
            eachOnce(new StageTopics(third.kafka()), holders);
        }
    }

    private static void eachOnce(StageTopics topics, Map<Integer, String> holders) {
        Map<String, List<String>> told =
                topics.payloads(Topics.RESOLUTIONS, (type, payload) -> switch (Wire.read(type, payload)) {
                    case ReservationHeld held -> "held " + held.resource();
                    case ReservationTaken taken -> "taken " + taken.resource();
                    case OptionChosen chosen -> "chosen " + chosen.optionId();
                    default -> "";
                });
        assertThat(told.values().stream().flatMap(List::stream).filter(it -> it.startsWith("held ")))
                .hasSize(THINGS)
                .doesNotHaveDuplicates();
        holders.forEach((thing, caseId) -> assertThat(
                        Objects.requireNonNull(told.get(caseId)).stream().filter(it -> !it.isEmpty()))
                .as(caseId)
                .containsExactly("held thing-" + thing, "taken thing-" + thing, "chosen o1"));
    }

    private static void declare(MortalProduct product, int thing) {
        Answer declared = product.as("department:finance")
                .send(
                        "PUT",
                        "/api/v1/resources/thing-" + thing,
                        "{\"kind\": \"stock\", \"owner\": \"finance\", \"quantity\": \"1\"}",
                        "If-None-Match",
                        "*");
        assertThat(declared.status()).as(declared.body()).isEqualTo(201);
    }

    private boolean complain(MortalProduct product, int number) {
        Answer filed = product.as("frontline")
                .post(
                        "/api/v1/complaints",
                        "{\"customer\": {\"reference\": \"R-" + number
                                + "\"}, \"channel\": \"web\", \"language\": \"en\", \"text\": \"My invoice number "
                                + number + " is wrong, the amount is there twice.\"}",
                        "Idempotency-Key",
                        "complaint-" + number);
        if (filed.status() == 201) {
            cases.put(number, filed.json().path("caseId").asString());
        }
        return filed.status() == 201;
    }

    /** The department's idea needs the thing; the other one needs nothing. */
    private boolean answer(MortalProduct product, int number) {
        String request = cases.get(number) + "-r1";
        Answer answered = product.as("department:finance")
                .post(
                        "/api/v1/departments/finance/requests/" + request + "/replies",
                        """
                        {"type": "answer", "by": "silvia", "done": true, "findings": "It is broken.",
                         "options": [
                          {"kind": "replacement", "title": "A new one.", "days": 2,
                           "reserves": [{"resource": "thing-%d", "quantity": "1"}]},
                          {"kind": "refund", "title": "We pay 20 EUR back.", "days": 3,
                           "cost": {"amount": "20.00", "currency": "EUR"}}]}""".formatted(number % THINGS),
                        "Idempotency-Key",
                        "answer-" + number);
        return answered.status() == 201 || answered.status() == 200;
    }

    /** Whose offer has the thing in it, once all customers have one. */
    private Map<Integer, String> holders(MortalProduct product) {
        Map<Integer, String> holders = new HashMap<>();
        cases.forEach((number, caseId) -> {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(state(product, caseId)).isEqualTo("proposed"));
            List<String> kinds = resolution(product, caseId)
                    .json()
                    .at("/proposal/options")
                    .valueStream()
                    .map(it -> it.path("kind").asString())
                    .toList();
            assertThat(kinds).contains("refund");
            if (kinds.contains("replacement")) {
                assertThat(holders.put(number % THINGS, caseId))
                        .as("another holder")
                        .isNull();
            }
        });
        return holders;
    }

    private static boolean choose(MortalProduct product, Map<Integer, String> holders, int thing) {
        String caseId = Objects.requireNonNull(holders.get(thing));
        Answer seen = resolution(product, caseId);
        Answer chosen = product.as("frontline")
                .post(
                        "/api/v1/cases/" + caseId + "/choice",
                        "{\"proposalId\": \"p1\", \"optionId\": \"o1\"}",
                        "If-Match",
                        seen.header("ETag"));
        return chosen.status() == 200 && chosen.json().path("state").asString().equals("chosen");
    }

    private static Answer resolution(MortalProduct product, String caseId) {
        return product.as("frontline").get("/api/v1/cases/" + caseId + "/resolution");
    }

    private static String state(MortalProduct product, String caseId) {
        Answer read = resolution(product, caseId);
        return read.status() == 200 ? read.json().path("state").asString() : "";
    }

    private static List<JsonNode> things(MortalProduct product) {
        return product.as("department:finance")
                .get("/api/v1/resources?limit=100")
                .json()
                .path("resources")
                .valueStream()
                .map(it -> it.at("/parts/0"))
                .toList();
    }

    /** Until the first of them is that far: most others are on their way at that moment. */
    private static void await(Supplier<List<JsonNode>> things, String far) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> things.get().stream()
                        .anyMatch(it -> "1".equals(it.path(far).asString())));
    }

    /** For all numbers, several at the same time, until each has worked. */
    private static void forEach(int count, IntPredicate done) {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<? extends Future<?>> all = IntStream.range(0, count)
                    .mapToObj(n -> clients.submit(() -> Awaitility.await()
                            .atMost(PATIENCE)
                            .pollDelay(Duration.ZERO)
                            .pollInterval(Duration.ofMillis(50))
                            .until(() -> done.test(n))))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever calls when it dies gets no answer. */
    private static Thread asLongAsItLives(Runnable calls) {
        return Thread.ofVirtual().start(() -> {
            try {
                calls.run();
            } catch (IllegalStateException expected) {
                // What was not answered is said again after the restart.
                return;
            }
        });
    }
}
