package io.redress.department.application.forms;

import io.redress.department.application.RequestView;
import io.redress.department.domain.RequestForms;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as values under the names that {@link RequestForms} knows. */
public final class WhatIsAsked {
    private WhatIsAsked() {}

    public static Map<String, String> of(RequestView request) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(RequestForms.REQUEST, request.requestId().value());
        values.put("caseId", request.caseId().value());
        values.put("kind", request.kind().name());
        values.put("nature", request.nature());
        values.put("subject", request.subject());
        values.put("words", request.words());
        values.put("language", request.language());
        values.put("raisedAt", seconds(request.raisedAt()));
        values.put("dueAt", seconds(request.dueAt()));
        put(values, "offeredBy", request.offeredBy());
        put(values, "stepId", request.stepId());
        if (request.fields() != null) {
            request.fields().forEach((name, value) -> values.put(RequestForms.CONTRACT_FIELD + name, value));
        }
        return values;
    }

    private static String seconds(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond()).toString();
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }
}
