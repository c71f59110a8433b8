package io.redress.standalone.demo;

import java.util.List;
import java.util.Map;

/**
 * One department needs another one for its part, and so does the consultant: what comes back, what is agreed, what is
 * refused, what a promise is worth, and thanks. Who says what is played; what becomes of it is told as it was answered.
 */
final class SupplierAndClient {
    /** One at a time, so that whoever comes forward displaces somebody. */
    private static final Map<String, Object> SUPPLIERS_CHARTER = Map.of(
            "request",
            Map.of(
                    "fields",
                    List.of(Map.of(
                            "name", "advertisement",
                            "meaning", "number of the advertisement",
                            "form", "NUMBER",
                            "example", "AD-2026-14",
                            "suppliedBy", "marketing-pr",
                            "kinds", List.of("INFORMATION")))),
            "capacity",
            1,
            "guide",
            "Bring the text that customers have read; we look at words and not at memories.");

    private static final Map<String, Object> CLIENTS_CHARTER = Map.of("urgentAllowance", 1);

    private final Scene scene;

    SupplierAndClient(Scene scene) {
        this.scene = scene;
    }

    /** @param answers lets the client's own system answer what the client is asked for */
    void play(Runnable answers) throws InterruptedException {
        publish(scene.supplier(), SUPPLIERS_CHARTER);
        publish(scene.client(), CLIENTS_CHARTER);
        AskingScene asking = new AskingScene(scene);
        String help = asking.askTwice();
        String question = asking.askFromTheFrontDesk();
        DateScene date = new DateScene(scene);
        date.agree(question, help);
        date.urge(help);
        new PromiseScene(scene).promise(help);
        answer(question, "It ran from 3 to 17 November.");
        answer(help, "It is free for everybody who ordered by then.");
        answers.run();
        new ThanksScene(scene).thank();
    }

    private void publish(String department, Map<String, Object> charter) {
        String path = "/api/v1/departments/" + department + "/charter";
        String role = Scene.role(department);
        String seen = scene.rest().get(role, path).etag();
        Scene.taken(scene.rest().put(role, path, charter, Map.of("If-Match", seen)));
    }

    private void answer(String request, String findings) {
        Scene.taken(scene.post(
                scene.supplierRole(),
                scene.path(request) + "/replies",
                Map.of("type", "answer", "by", "Irina", "done", true, "findings", findings)));
    }
}
