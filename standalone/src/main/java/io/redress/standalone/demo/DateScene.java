package io.redress.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A date is agreed and not taken: who comes later by it is told, and urgency of one's own making is dear. */
final class DateScene {
    private static final Duration HASTE = Duration.ofHours(48);
    private static final Duration POSSIBLE = Duration.ofHours(24);

    private final Scene scene;

    DateScene(Scene scene) {
        this.scene = scene;
    }

    /**
     * The front desk wants it sooner than the supplier can, and they meet.
     *
     * @param help what the client has asked before
     */
    void agree(String question, String help) throws InterruptedException {
        String path = scene.path(question);
        Instant due = Instant.parse(
                scene.get(Scene.CONSULTANT, path + "/negotiation").path("dueAt").asString());
        JsonNode wish = Scene.taken(scene.post(Scene.CONSULTANT, path + "/offers", Map.of("dueAt", due.minus(HASTE))));
        Patience.think();
        JsonNode offer = Scene.taken(scene.post(
                        scene.supplierRole(),
                        path + "/offers",
                        Map.of("dueAt", due.minus(POSSIBLE), "reason", "The agency answers on the day after.")))
                .path("standing");
        Patience.think();
        String accept = path + "/offers/" + offer.path("offerId").asString() + ":accept";
        JsonNode agreed = Scene.taken(scene.rest().post(Scene.CONSULTANT, accept, Map.of(), Map.of()));
        scene.telling()
                .says(
                        "date",
                        "%s: wanted by %s; %s offers %s: \"%s\"; agreed: %s"
                                .formatted(
                                        Scene.label(question),
                                        Scene.date(wish.at("/standing/dueAt")),
                                        scene.supplier(),
                                        Scene.date(offer.path("dueAt")),
                                        offer.path("reason").asString(),
                                        Scene.date(agreed.at("/agreement/dueAt"))));
        tellDisplaced(question, help);
    }

    private void tellDisplaced(String question, String help) throws InterruptedException {
        JsonNode displaces = Patience.until(
                "who is displaced",
                () -> scene.rest()
                        .get(scene.supplierRole(), scene.path(question))
                        .body()
                        .at("/negotiation/displaces"),
                it -> it.path("told").asBoolean(false));
        boolean ours = displaces
                .path("first")
                .valueStream()
                .anyMatch(it -> it.path("requestId").asString().equals(help));
        scene.telling()
                .says(
                        "date",
                        "who comes later by it is told so, %d in all%s"
                                .formatted(
                                        displaces.path("count").asInt(),
                                        ours ? ", among them " + Scene.label(help) + " of " + scene.client() : ""));
    }

    /** The client has begun too late, and wants to come before others. */
    void urge(String help) throws InterruptedException {
        Patience.think();
        JsonNode refused = Scene.refused(scene.post(
                scene.clientRole(),
                scene.path(help) + ":urge",
                Map.of("cause", "late-start", "reason", "It lay on our desk since Monday.")));
        scene.telling()
                .says(
                        "urgent",
                        "%s wants %s before others: %s"
                                .formatted(
                                        scene.client(),
                                        Scene.label(help),
                                        refused.path("detail").asString()));
    }
}
