package io.redress.standalone.toy;

import io.redress.chassis.http.HttpTalk;
import io.redress.standalone.Standalone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product in a JVM of its own, which can die at any moment and its broker with it. */
public record MortalProduct(OtherJvm launcher, int port, String kafka, JsonNode tokens) implements AutoCloseable {

    /** @param data what was there before is there again */
    public static MortalProduct start(Path folder, Path data) throws IOException {
        OtherJvm launcher =
                OtherJvm.run(folder, Standalone.class, "--port=0", "--kafka-port=0", "--no-demo", "--data-dir=" + data);
        String running = launcher.awaitLine("Redress is running at ");
        return new MortalProduct(
                launcher,
                Integer.parseInt(find("at http://\\S+:(\\d+)", running)),
                "127.0.0.1:" + find("broker on 127.0.0.1:(\\d+)", launcher.output()),
                JsonMapper.builder().build().readTree(Files.readString(data.resolve("tokens.json"))));
    }

    /** Somebody with this role, at the door. */
    public HttpTalk as(String role) {
        return new HttpTalk(port, tokens.path(role).asString());
    }

    /** At once, with nothing put in order. */
    public void kill() throws InterruptedException {
        launcher.killWithBroker();
    }

    @Override
    public void close() throws InterruptedException {
        launcher.close();
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("Expected " + pattern + ", but got " + text);
        }
        return matcher.group(1);
    }
}
