package io.redress.standalone.demo;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What was better than agreed is thanked for with one click, and whoever is thanked hears what came of it. */
final class ThanksScene {
    private final Scene scene;

    ThanksScene(Scene scene) {
        this.scene = scene;
    }

    /** The front desk thanks the client for its own request. */
    void thank() throws InterruptedException {
        JsonNode rated = Patience.until(
                "the answer of " + scene.client(),
                () -> scene.rest()
                        .post(Scene.CONSULTANT, scene.ownPath() + ":rate", Map.of(), Map.of())
                        .body(),
                it -> it.has("rating"));
        Scene.taken(scene.rest().post(Scene.CONSULTANT, scene.ownPath() + ":thank", Map.of(), Map.of()));
        tell("the front desk thanks %s for %s: \"%s\""
                .formatted(
                        scene.client(),
                        Scene.label(scene.own().requestId().value()),
                        rated.path("better").asString()));
        JsonNode outcome = Patience.until("what came of it", this::outcome, it -> it.has("outcome"));
        tell("%s hears what came of it: %s on %s"
                .formatted(scene.client(), outcome.path("outcome").asString(), Scene.date(outcome.path("happenedAt"))));
    }

    private JsonNode outcome() {
        return scene.rest()
                .get(scene.clientRole(), "/api/v1/departments/" + scene.client() + "/thanks")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("requestId")
                        .asString()
                        .equals(scene.own().requestId().value()))
                .map(it -> it.path("outcome"))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private void tell(String sentence) {
        scene.telling().says("thanks", sentence);
    }
}
