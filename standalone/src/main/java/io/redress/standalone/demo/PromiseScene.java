package io.redress.standalone.demo;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A promise is judged letter by letter: one that is none hears why, and is said again. */
final class PromiseScene {
    private static final Map<String, String> VAGUE =
            Map.of("quantity", "1", "unit", "text", "zone", "our time", "need", "good will");

    private final Scene scene;

    PromiseScene(Scene scene) {
        this.scene = scene;
    }

    void promise(String request) throws InterruptedException {
        Patience.think();
        String path = scene.path(request) + "/commitments";
        JsonNode judged = Scene.taken(scene.rest().post(scene.supplierRole(), path + ":check", VAGUE, Map.of()));
        tell("%s thinks of promising %s %s in %s for %s, and hears letter by letter:"
                .formatted(
                        scene.supplier(),
                        VAGUE.get("quantity"),
                        VAGUE.get("unit"),
                        VAGUE.get("zone"),
                        VAGUE.get("need")));
        judged.path("letters")
                .valueStream()
                .filter(it -> it.path("verdict").asString().equals("UNMET"))
                .forEach(it -> tell("  " + word(it.path("letter")) + ": "
                        + it.path("sentence").asString()));
        JsonNode made = Scene.taken(scene.post(scene.supplierRole(), path, clear(request)));
        tell("said again it is one: "
                + made.at("/commitment/letters")
                        .valueStream()
                        .map(it -> word(it.path("letter")) + " " + word(it.path("verdict")))
                        .collect(Collectors.joining(", ")));
    }

    private Map<String, String> clear(String request) {
        return Map.of(
                "by", "Irina",
                "quantity", "1",
                "unit", "text",
                "acceptance", "It names who pays nothing, and until when.",
                "dueAt",
                        scene.get(scene.supplierRole(), scene.path(request))
                                .path("dueAt")
                                .asString(),
                "zone", "Europe/Bucharest",
                "need", scene.own().nature());
    }

    private void tell(String sentence) {
        scene.telling().says("promise", sentence);
    }

    private static String word(JsonNode name) {
        return name.asString().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
