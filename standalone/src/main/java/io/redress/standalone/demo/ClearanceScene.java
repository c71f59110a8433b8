package io.redress.standalone.demo;

import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Before a customer sees an idea about a contract, another one than whoever had it agrees; then the customer chooses. */
final class ClearanceScene {
    private static final String REVIEWER = "Irina";
    private static final List<Map<String, ?>> FIRST_IDEA = List.of(Map.of(
            "kind",
            "contract-change",
            "title",
            "Twelve months more, at half the price",
            "cost",
            Map.of("amount", "294.00", "currency", "EUR"),
            "days",
            0));
    private static final List<Map<String, ?>> BETTER_IDEAS = List.of(
            Map.of(
                    "kind", "termination",
                    "title", "Your contract ends on the day you gave notice for",
                    "days", 2,
                    "disadvantage", "Access ends on that day, too."),
            Map.of(
                    "kind", "contract-change",
                    "title", "You go on from month to month, at half the price",
                    "cost", Map.of("amount", "24.50", "currency", "EUR"),
                    "days", 0,
                    "disadvantage", "The price is that of today again after six months."));

    private final Stage stage;

    ClearanceScene(Stage stage) {
        this.stage = stage;
    }

    void play() throws InterruptedException {
        RequestRaised solution = stage.asked(RequestKind.SOLUTION);
        String department = solution.department().value();
        String author = Stage.caller(department);
        stage.answer(solution, author, true, "Notice came in time, but the renewal can be argued.", FIRST_IDEA);
        RequestRaised approval = stage.asked(RequestKind.APPROVAL);
        tellHeld(department);
        Patience.think();
        stage.answer(approval, REVIEWER, false, "Notice came in time, so nothing may bind the customer any longer.");
        RequestRaised again = stage.asked(RequestKind.SOLUTION);
        tell("%s refuses; %s is asked again: \"%s\"".formatted(REVIEWER, again.department(), again.subject()));
        Patience.think();
        stage.answer(again, author, true, "The customer may leave, or stay for less.", BETTER_IDEAS);
        stage.answer(stage.asked(RequestKind.APPROVAL), REVIEWER, true, "Lawful, and bearable for both.");
        JsonNode proposal = stage.proposal("");
        tell("%s by %s; only now the customer sees anything"
                .formatted(
                        clearance().path("state").asString(),
                        clearance().at("/decision/by").asString()));
        stage.telling().lookUp(stage.theCase() + "/clearances");
        choose(proposal);
    }

    private void tellHeld(String department) {
        JsonNode gate = clearance();
        tell("%s holds %s: \"%s\" The customer sees: %s"
                .formatted(
                        gate.path("gate").asString(),
                        gate.path("proposalId").asString(),
                        gate.path("reason").asString(),
                        stage.get(Stage.CUSTOMER, "/resolution").path("state").asString()));
        JsonNode refused = Scene.refused(stage.decide(
                Scene.role(department),
                "/clearances",
                "/clearances/" + gate.path("gate").asString(),
                Map.of("decision", "given")));
        tell("whoever had the idea clears it and hears: "
                + refused.path("detail").asString());
    }

    private JsonNode clearance() {
        return stage.get(Scene.CONSULTANT, "/clearances").at("/clearances/0");
    }

    private void choose(JsonNode proposal) throws InterruptedException {
        proposal.path("options").forEach(option -> stage.telling().says("choice", Stage.line(option)));
        Patience.think();
        JsonNode chosen = stage.choose(proposal, Stage.option(proposal, "contract-change"));
        stage.telling()
                .says(
                        "choice",
                        "the customer takes %s; kept with it is what was seen then, as SHA-256 %s…"
                                .formatted(
                                        chosen.path("optionId").asString(),
                                        chosen.path("optionsDigest").asString().substring(0, 12)));
        stage.telling().lookUp(stage.theCase() + "/resolution");
    }

    private void tell(String sentence) {
        stage.telling().says("clearance", sentence);
    }
}
