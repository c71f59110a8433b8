package io.redress.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON of events and department replies. Writing leaves nulls out. Reading ignores fields it does not know, because
 * contracts only ever grow, and refuses everything else that the schemas refuse: a missing field, a wrong type, a value
 * out of bounds.
 */
public final class Wire {
    /** The largest payload that is read, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    private static final JsonMapper MAPPER = newMapper();
    private static final Map<String, ObjectReader> READERS = new HashMap<>();
    private static final Map<Class<?>, ObjectWriter> WRITERS = new HashMap<>();
    // A repeated field would mean one thing to us and another to a department's own parser.
    private static final ObjectReader REPLY =
            MAPPER.readerFor(DepartmentReply.class).with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    static {
        EventTypes.all().forEach((name, type) -> {
            READERS.put(name, MAPPER.readerFor(type));
            WRITERS.put(type, MAPPER.writerFor(type));
        });
    }

    private Wire() {}

    /** The one mapper of events; also fit for states that contain their values. Immutable. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** The event as JSON in UTF-8. */
    public static byte[] write(CaseEvent event) {
        ObjectWriter writer = WRITERS.get(event.getClass());
        if (writer == null) {
            throw new IllegalArgumentException("Expected an event with a wire name, but got " + event.getClass());
        }
        return writer.writeValueAsBytes(event);
    }

    /** The reply as JSON in UTF-8, as a department's own system would send it. */
    public static byte[] write(DepartmentReply reply) {
        return MAPPER.writeValueAsBytes(reply);
    }

    /**
     * Reads an event.
     *
     * @param wireName what its CloudEvents type says it is
     * @throws UnreadableEvent where it is not, or the name belongs to no event of this version
     */
    public static CaseEvent read(String wireName, byte[] payload) {
        ObjectReader reader = READERS.get(wireName);
        if (reader == null) {
            throw new UnreadableEvent(Bounds.shown(wireName), "", "Expected a type of this version, but it is unknown");
        }
        return read(reader, CaseEvent.class, wireName, payload);
    }

    /**
     * Reads what a department's own system said.
     *
     * @throws UnreadableEvent where it is not a reply, or out of the bounds of {@link Limits}
     */
    public static DepartmentReply readReply(byte[] payload) {
        return read(REPLY, DepartmentReply.class, "redress.reply", payload);
    }

    /** The address of the JSON Schema of an event or reply, for the CloudEvents header {@code dataschema}. */
    public static URI dataSchema(String wireName) {
        return URI.create("https://redress.example/schemas/" + wireName + ".json");
    }

    private static <T> T read(ObjectReader reader, Class<T> type, String what, byte[] payload) {
        if (payload.length > MAX_BYTES) {
            throw new UnreadableEvent(
                    what, "", "Expected at most %d bytes, but got %d".formatted(MAX_BYTES, payload.length));
        }
        @Nullable Object value;
        try {
            value = reader.readValue(payload);
        } catch (JacksonException problem) {
            throw WireProblems.explain(what, problem);
        }
        if (value == null) {
            throw new UnreadableEvent(what, "", "Expected a JSON object, but got null");
        }
        return type.cast(value);
    }

    private static JsonMapper newMapper() {
        JsonMapper.Builder builder = JsonMapper.builder(JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(MAX_BYTES)
                        .maxStringLength(100_000)
                        .maxNameLength(200)
                        .maxNumberLength(40)
                        .maxNestingDepth(20)
                        .maxTokenCount(100_000)
                        .build())
                .build());
        return builder.annotationIntrospector(
                        AnnotationIntrospectorPair.pair(builder.annotationIntrospector(), new RequiredUnlessNullable()))
                .addModule(new StrictValues())
                .changeDefaultPropertyInclusion(values -> values.withValueInclusion(JsonInclude.Include.NON_NULL))
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(LogicalType.Textual, text -> {
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .build();
    }
}
