package io.redress.standalone.demo;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What lacks something comes back at once, and what the case says need not be said again. */
final class AskingScene {
    private static final String ADVERTISEMENT = "AD-2026-14";

    private final Scene scene;

    AskingScene(Scene scene) {
        this.scene = scene;
    }

    /** The client asks in vain, and then with what was missing. */
    String askTwice() throws InterruptedException {
        Patience.until(
                "the request of " + scene.client(),
                () -> scene.rest().get(scene.clientRole(), scene.ownPath()).body(),
                it -> it.path("state").asString("").equals("open"));
        String subject = "May the installation be free for everybody who ordered by this advertisement?";
        JsonNode missing = Scene.refused(ask(subject, Map.of()));
        tell("%s asks %s, and it comes back: %s"
                .formatted(
                        scene.client(),
                        scene.supplier(),
                        missing.path("errors")
                                .valueStream()
                                .map(it -> it.path("detail").asString())
                                .collect(Collectors.joining(" "))));
        Patience.think();
        Scene.taken(ask(subject, Map.of("advertisement", ADVERTISEMENT)));
        JsonNode help = scene.asked(subject);
        String id = help.path("requestId").asString();
        tell("with it %s has it as %s, until %s"
                .formatted(scene.supplier(), Scene.label(id), Scene.date(help.path("dueAt"))));
        scene.telling().lookUp(scene.cooperation());
        return id;
    }

    private Rest.Answer ask(String subject, Map<String, String> fields) {
        return scene.post(
                scene.clientRole(),
                requests(),
                Map.of(
                        "caseId",
                        scene.caseId(),
                        "forRequest",
                        scene.own().requestId(),
                        "kind",
                        "INFORMATION",
                        "subject",
                        subject,
                        "fields",
                        fields));
    }

    String askFromTheFrontDesk() throws InterruptedException {
        String subject = "How long did the advertisement run?";
        JsonNode asked = Scene.taken(scene.post(
                Scene.CONSULTANT,
                requests(),
                Map.of("caseId", scene.caseId(), "kind", "INFORMATION", "subject", subject)));
        String id = scene.asked(subject).path("requestId").asString();
        tell("the front desk asks, too (%s), and need not say it again: %s is known from %s"
                .formatted(
                        Scene.label(id),
                        asked.at("/filled/0/value").asString(),
                        asked.at("/filled/0/source").asString().replace(scene.caseId() + "-", "")));
        return id;
    }

    private String requests() {
        return "/api/v1/departments/" + scene.supplier() + "/requests";
    }

    private void tell(String sentence) {
        scene.telling().says("request", sentence);
    }
}
