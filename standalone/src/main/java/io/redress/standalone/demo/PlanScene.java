package io.redress.standalone.demo;

import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What was chosen has two steps and the second cannot be done: the first is undone, and the customer hears it at once. */
final class PlanScene {
    /** Steps of the first proposal; those of the next one are done by the department's own system. */
    static final String STEPS = "p1-";

    private static final String BY = "Stefan";

    private final Stage stage;

    PlanScene(Stage stage) {
        this.stage = stage;
    }

    void play() throws InterruptedException {
        RequestRaised solution = stage.asked(RequestKind.SOLUTION);
        stage.answer(
                solution,
                BY,
                true,
                "It stands at the border.",
                ideas(solution.department().value()));
        JsonNode proposal = stage.proposal("");
        Patience.think();
        JsonNode chosen = stage.choose(proposal, Stage.option(proposal, "express"));
        tell("chosen: \"%s\", in %d steps"
                .formatted(chosen.path("title").asString(), plan().path("steps").size()));
        stage.answer(stage.asked(RequestKind.EXECUTION), BY, true, "Booked.");
        stage.answer(stage.asked(RequestKind.EXECUTION), BY, false, "The pass is closed by snow until Sunday.");
        JsonNode next = stage.proposal(proposal.path("proposalId").asString());
        stage.answer(stage.asked(RequestKind.EXECUTION), BY, true, "Cancelled, and nothing is to be paid.");
        Patience.until(
                        "a plan that is settled",
                        this::plan,
                        it -> it.path("state").asString().equals("failed"))
                .path("steps")
                .forEach(this::tellStep);
        tell("the customer reads: \"%s\"".formatted(next.path("disclosure").asString()));
        JsonNode alternative = next.at("/options/0");
        tell("and instead: " + Stage.line(alternative));
        Patience.think();
        tell("the customer takes %s"
                .formatted(stage.choose(next, alternative).path("optionId").asString()));
        stage.telling().lookUp(stage.theCase() + "/execution");
    }

    private void tellStep(JsonNode step) {
        JsonNode undone = step.path("compensation");
        tell("\"%s\": %s%s%s"
                .formatted(
                        step.path("action").asString(),
                        step.path("state").asString(),
                        step.has("reason") ? ": " + step.path("reason").asString() : "",
                        undone.has("state")
                                ? ", then \"%s\": %s"
                                        .formatted(
                                                undone.path("action").asString(),
                                                undone.path("state").asString())
                                : ""));
    }

    /** The first that was chosen. */
    private JsonNode plan() {
        JsonNode plans = stage.get(Scene.CONSULTANT, "/execution").path("plans");
        return plans.path(plans.size() - 1);
    }

    private static List<Map<String, ?>> ideas(String department) {
        return List.of(
                Map.of(
                        "kind",
                        "express",
                        "title",
                        "An express truck brings all displays by Friday.",
                        "cost",
                        Map.of("amount", "900.00", "currency", "EUR"),
                        "days",
                        1,
                        "steps",
                        List.of(
                                Map.of(
                                        "name",
                                        "truck",
                                        "department",
                                        department,
                                        "action",
                                        "Book an express truck",
                                        "after",
                                        List.of(),
                                        "undo",
                                        "Cancel the express truck",
                                        "days",
                                        1),
                                Map.of(
                                        "name",
                                        "shops",
                                        "department",
                                        department,
                                        "action",
                                        "Drive to the shops",
                                        "after",
                                        List.of("truck"),
                                        "days",
                                        1))),
                Map.of(
                        "kind", "part-delivery",
                        "title", "Displays of our own stock for the shops that open on Saturday",
                        "cost", Map.of("amount", "1200.00", "currency", "EUR"),
                        "days", 2,
                        "disadvantage", "The other shops have theirs on Tuesday."));
    }

    private void tell(String sentence) {
        stage.telling().says("execution", sentence);
    }
}
