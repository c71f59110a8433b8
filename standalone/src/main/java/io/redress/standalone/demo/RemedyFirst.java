package io.redress.standalone.demo;

import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * An outage of a product of its own: everybody affected receives the same remedy, those who never complained, too; then
 * they are told; and who complains after that hears that it is done.
 */
final class RemedyFirst implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RemedyFirst.class);
    static final String PRODUCT = "Atlas Router";
    private static final String SUPERVISOR = "supervisor";
    private static final String APPROVES = "department:senior-management";
    private static final int FIRST_NUMBER = 2000;
    private static final int FIRST_CUSTOMER = 4001;
    private static final int SILENT_ONES = 5;
    private static final List<String> COMPLAINTS = List.of(
            "The router crashes all the time since this morning.",
            "Every second call is dropped, the router crashes again and again.",
            "It crashes every five minutes, and my shop is offline.");
    private static final String LATE_COMPLAINT = "The router crashes all the time, what do you do about it?";

    private final Rest rest;
    private final Telling telling;
    private final Instant since = Instant.now();
    private final Map<String, AccountRemedied> remedied = new ConcurrentHashMap<>();
    private volatile @Nullable Thread playing;
    private volatile boolean closed;

    RemedyFirst(Rest rest, Telling telling) {
        this.rest = rest;
        this.telling = telling;
    }

    /** What those affected write who write at all. */
    static List<Sample> complaints() {
        return IntStream.range(0, COMPLAINTS.size())
                .mapToObj(n -> sample(n, COMPLAINTS.get(n)))
                .toList();
    }

    private static Sample sample(int number, String text) {
        return new Sample(FIRST_NUMBER + number, "en", "web", "STANDARD", "C-" + (FIRST_CUSTOMER + number), text);
    }

    /** One account has received the remedy. */
    void heard(AccountRemedied event) {
        remedied.put(event.account(), event);
    }

    /** @param told the case of one who has complained */
    void begin(String told) {
        playing = Thread.ofVirtual().name("demo-remedy-first").start(() -> {
            try {
                play(told);
            } catch (InterruptedException stopped) {
                // The demo is over.
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("How everybody affected is remedied is not told to its end", e);
                }
            }
        });
    }

    private void play(String told) throws InterruptedException {
        JsonNode proposed = Scene.taken(rest.post(
                SUPERVISOR,
                "/api/v1/incidents",
                Map.of("nature", "crash", "product", PRODUCT, "since", since, "reason", "All of them restart."),
                Map.of("Idempotency-Key", "demo-remedy-first")));
        if (!proposed.path("status").asString().equals("proposed")) {
            // It was told before a restart.
            return;
        }
        String incident = "/api/v1/incidents/" + proposed.path("incidentId").asString();
        decide(SUPERVISOR, incident, "/opening", Map.of("reason", "The update of last night."));
        Scene.taken(rest.post(SUPERVISOR, incident + "/accounts", Map.of("accounts", accounts()), Map.of()));
        String remedy = incident + "/remedy";
        Patience.until(
                "the mode of the incident",
                () -> rest.get(SUPERVISOR, remedy).body(),
                it -> it.path("mode").asString("").equals("EXECUTE_FIRST"));
        Patience.until(
                "those who have complained among the members",
                () -> rest.get(SUPERVISOR, incident).body(),
                it -> it.path("members").asLong() >= COMPLAINTS.size());
        Patience.think();
        Scene.taken(rest.post(
                SUPERVISOR,
                remedy,
                Map.of(
                        "remedy",
                        Map.of("kind", "credit", "amount", Map.of("amount", "10.00", "currency", "EUR")),
                        "reason",
                        "A morning without a connection."),
                Map.of()));
        JsonNode approved = decide(APPROVES, remedy, "/approval", Map.of());
        tell("%s: %s of %s for everybody affected; %s proposes, %s approves"
                .formatted(
                        PRODUCT,
                        approved.at("/remedy/kind").asString(),
                        approved.at("/remedy/amount/amount").asString() + " "
                                + approved.at("/remedy/amount/currency").asString(),
                        approved.path("proposedBy").asString(),
                        approved.path("approvedBy").asString()));
        tellRemedied(told);
        complainLate();
        telling.lookUp(remedy);
    }

    private void tellRemedied(String told) throws InterruptedException {
        int all = accounts().size();
        for (int look = 0; look < 120 && remedied.size() < all; look++) {
            Thread.sleep(250);
        }
        long silent =
                remedied.values().stream().filter(it -> it.toldIn() == null).count();
        tell("%d of %d accounts have it, %d of them never complained".formatted(remedied.size(), all, silent));
        JsonNode message = message(told, "outage-remedied");
        AccountRemedied own = remedied.get(message.path("customerReference").asString(customer(0)));
        tell("executed %s, told after that %s: \"%s\""
                .formatted(
                        own == null ? "?" : time(own.executedAt()),
                        time(Instant.parse(message.path("composedAt").asString())),
                        message.path("subject").asString()));
    }

    private void complainLate() throws InterruptedException {
        Patience.think();
        String customer = customer(COMPLAINTS.size());
        JsonNode taken = Scene.taken(rest.post(
                Stage.CUSTOMER,
                "/api/v1/complaints",
                Map.of(
                        "customer",
                        Map.of("reference", customer),
                        "channel",
                        "web",
                        "language",
                        "en",
                        "product",
                        PRODUCT,
                        "text",
                        LATE_COMPLAINT),
                Map.of("Idempotency-Key", "demo-remedy-first-late")));
        JsonNode message = message(taken.path("caseId").asString(), "already-remedied");
        tell("%s complains only now and reads: \"%s\""
                .formatted(
                        customer,
                        message.path("body")
                                .asString()
                                .lines()
                                .filter(it -> it.contains("10"))
                                .findFirst()
                                .orElse(message.path("subject").asString())));
    }

    private JsonNode message(String caseId, String kind) throws InterruptedException {
        return Patience.until(
                "a message " + kind,
                () -> rest.get(Stage.CUSTOMER, "/api/v1/cases/" + caseId + "/messages")
                        .body()
                        .path("messages")
                        .valueStream()
                        .filter(it -> it.path("kind").asString().equals(kind))
                        .findFirst()
                        .orElse(MissingNode.getInstance()),
                it -> it.has("body"));
    }

    private JsonNode decide(String role, String seen, String path, Map<String, ?> body) {
        return Scene.taken(rest.post(
                role, seen + path, body, Map.of("If-Match", rest.get(role, seen).etag())));
    }

    /** All that are affected: those who complain, and those who never do. */
    private static List<String> accounts() {
        return Stream.iterate(0, n -> n + 1)
                .limit(COMPLAINTS.size() + SILENT_ONES)
                .map(RemedyFirst::customer)
                .toList();
    }

    private static String customer(int number) {
        return "C-" + (FIRST_CUSTOMER + number);
    }

    private static String time(Instant instant) {
        return LocalTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC)
                .toString();
    }

    private void tell(String sentence) {
        telling.says("outage", sentence);
    }

    @Override
    public void close() {
        closed = true;
        Thread thread = playing;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
