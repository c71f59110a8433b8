package io.redress.standalone.demo;

import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A department cannot keep its date: whoever speaks with the customer knows it first, and the customer reads the same. */
final class DelayScene {
    private static final Duration LATER = Duration.ofDays(3);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneId.of("Europe/Rome"));

    private final Stage stage;

    DelayScene(Stage stage) {
        this.stage = stage;
    }

    /** @param answers lets the department's own system answer what it was asked for */
    void play(Consumer<RequestRaised> answers) throws InterruptedException {
        answers.accept(stage.asked(RequestKind.SOLUTION));
        RequestRaised step = stage.asked(RequestKind.EXECUTION);
        JsonNode promise = Patience.until(
                "a promise",
                () -> stage.rest()
                        .get(Scene.CONSULTANT, stage.theCase() + "/promises")
                        .body()
                        .at("/promises/0"),
                it -> it.has("dueAt"));
        Instant later =
                Instant.parse(promise.path("dueAt").asString()).plus(LATER).truncatedTo(ChronoUnit.MINUTES);
        Patience.think();
        report(step, later);
        JsonNode notice = notice();
        tell("promised: \"%s\" by %s; the front desk reads first: %s, as %s says: \"%s\""
                .formatted(
                        promise.path("what").asString(),
                        Scene.date(promise.path("dueAt")),
                        Scene.date(notice.path("newDueAt")),
                        notice.path("department").asString(),
                        notice.path("cause").asString()));
        tell("then the customer, with the same date: \"%s\"".formatted(sentence(toldTheCustomer(), later)));
        stage.telling().lookUp(stage.theCase() + "/promises");
        answers.accept(step);
    }

    private JsonNode notice() throws InterruptedException {
        return Patience.until(
                "a notice for the front desk",
                () -> stage.rest()
                        .get(Scene.CONSULTANT, "/api/v1/departments/front-desk/promise-notices")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(it -> it.path("caseId")
                                .asString()
                                .equals(stage.caseId().value()))
                        .findFirst()
                        .orElse(MissingNode.getInstance()),
                it -> it.has("newDueAt"));
    }

    private void report(RequestRaised solution, Instant later) throws InterruptedException {
        String role = Scene.role(solution.department().value());
        String path = Stage.path(solution);
        Patience.until("the request", () -> stage.rest().get(role, path).body(), it -> it.has("requestId"));
        Scene.taken(stage.post(
                role,
                path + "/deviations",
                Map.of(
                        "by", "Cristian",
                        "kind", "DELAY",
                        "dimension", "TIME",
                        "reason", "The buckles of that lot are with the test house.",
                        "newDueAt", later)));
    }

    private JsonNode toldTheCustomer() throws InterruptedException {
        return Patience.until(
                "a message about the delay",
                () -> stage.get(Stage.CUSTOMER, "/messages")
                        .path("messages")
                        .valueStream()
                        .filter(it -> it.path("kind").asString().equals("promise-slips"))
                        .findFirst()
                        .orElse(MissingNode.getInstance()),
                it -> it.has("body"));
    }

    /** The line of the message that says when. */
    private static String sentence(JsonNode message, Instant when) {
        return message.path("body")
                .asString()
                .lines()
                .filter(it -> it.contains(DAY.format(when)))
                .findFirst()
                .orElse(message.path("subject").asString());
    }

    private void tell(String sentence) {
        stage.telling().says("delay", sentence);
    }
}
