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
        RequestRaised solution = stage.asked(RequestKind.SOLUTION);
        JsonNode promised = Patience.until(
                "a date for the customer",
                () -> stage.rest()
                        .get(Scene.CONSULTANT, stage.theCase() + "/silence")
                        .body()
                        .path("promised"),
                it -> !it.asString("").isEmpty());
        Instant later = Instant.parse(promised.asString()).plus(LATER).truncatedTo(ChronoUnit.MINUTES);
        Patience.think();
        report(solution, later);
        JsonNode date = seenByTheFrontDesk(solution);
        tell("the customer was promised %s; the front desk reads first: %s of %s, %s: \"%s\""
                .formatted(
                        Scene.date(promised),
                        Scene.label(solution.requestId().value()),
                        solution.department(),
                        Scene.date(date.path("dueAt")),
                        date.at("/deviations/0/reason").asString()));
        JsonNode told = toldTheCustomer();
        tell("then the customer, with the same date: \"%s\"".formatted(sentence(told, later)));
        stage.telling().lookUp(stage.theCase() + "/silence");
        answers.accept(solution);
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

    private JsonNode seenByTheFrontDesk(RequestRaised solution) {
        return stage.get(Scene.CONSULTANT, "/cooperation")
                .path("requests")
                .valueStream()
                .filter(it -> it.path("requestId")
                        .asString()
                        .equals(solution.requestId().value()))
                .findFirst()
                .orElseThrow()
                .path("date");
    }

    private JsonNode toldTheCustomer() throws InterruptedException {
        return Patience.until(
                "a message about the delay",
                () -> stage.get(Stage.CUSTOMER, "/messages")
                        .path("messages")
                        .valueStream()
                        .filter(it -> it.path("kind").asString().equals("takes-longer"))
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
