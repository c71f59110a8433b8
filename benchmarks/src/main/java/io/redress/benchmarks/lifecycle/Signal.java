package io.redress.benchmarks.lifecycle;

import io.redress.benchmarks.http.JsonFields;
import java.util.List;
import java.util.Optional;

/** What people and systems outside wait for on the topics. */
sealed interface Signal {
    String caseId();

    /** A department is asked for something. */
    record Requested(String caseId, String requestId, String department, String kind) implements Signal {
        boolean isExecution() {
            return kind.equals("EXECUTION");
        }

        boolean isSolution() {
            return kind.equals("SOLUTION");
        }
    }

    /** The customer may choose. */
    record Proposed(String caseId, String proposalId, String optionId) implements Signal {}

    /** What was chosen is done; {@code sequence} is its place in the stream {@code resolutions}. */
    record Executed(String caseId, String sequence) implements Signal {}

    /** The case is closed and to be learned from. */
    record ReviewOpened(String caseId) implements Signal {}

    /** What a record says; empty where nobody here waits for it. */
    static Optional<Signal> read(String type, String sequence, byte[] payload) {
        return switch (type) {
            case "redress.routing.request-raised.v1" -> {
                List<String> is = JsonFields.read(payload, "/caseId", "/requestId", "/department", "/kind");
                yield Optional.of(new Requested(is.get(0), is.get(1), is.get(2), is.get(3)));
            }
            case "redress.resolution.solutions-proposed.v1" -> {
                List<String> is = JsonFields.read(payload, "/caseId", "/proposalId", "/options/0/optionId");
                yield Optional.of(new Proposed(is.get(0), is.get(1), is.get(2)));
            }
            case "redress.resolution.solution-executed.v1" ->
                Optional.of(new Executed(JsonFields.read(payload, "/caseId").getFirst(), sequence));
            case "redress.review.review-opened.v1" ->
                Optional.of(new ReviewOpened(JsonFields.read(payload, "/caseId").getFirst()));
            default -> Optional.empty();
        };
    }
}
