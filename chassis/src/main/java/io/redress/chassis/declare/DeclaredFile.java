package io.redress.chassis.declare;

import java.io.InputStream;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a declared YAML file into records. What nobody knows is refused, since in a file it is a typing mistake, and
 * whatever is wrong is said in one sentence that names the file and the place in it.
 */
public final class DeclaredFile {
    private DeclaredFile() {}

    /**
     * The content of a file.
     *
     * @param name of the file, for messages
     * @param mapper for the values inside
     * @throws IllegalArgumentException where it is empty, no YAML, has a key twice, or does not fit {@code type}
     */
    public static <T> T read(String name, InputStream yaml, JsonMapper mapper, Class<T> type) {
        try {
            Object content = YamlText.read(yaml);
            if (content == null) {
                throw new IllegalArgumentException("Expected content in " + name + ", but it is empty");
            }
            return mapper.rebuild()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .convertValue(content, type);
        } catch (YAMLException notYaml) {
            throw new IllegalArgumentException("Expected YAML in " + name + ", but " + notYaml.getMessage(), notYaml);
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException("In " + name + place(wrong) + ": " + reason(wrong), wrong);
        }
    }

    private static String place(JacksonException wrong) {
        StringBuilder place = new StringBuilder();
        for (JacksonException.Reference step : wrong.getPath()) {
            String field = step.getPropertyName();
            place.append(field == null ? " number " + (step.getIndex() + 1) : " at " + field);
        }
        return place.toString();
    }

    private static String reason(JacksonException wrong) {
        Throwable root = wrong;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = root instanceof JacksonException jackson ? jackson.getOriginalMessage() : root.getMessage();
        return String.valueOf(said);
    }
}
