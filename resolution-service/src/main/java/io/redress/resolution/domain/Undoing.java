package io.redress.resolution.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** How far undoing a step that was done is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Undoing {

    /** Its department has been asked. */
    record Begun(Instant at) implements Undoing {}

    /** It is as before. */
    record Undone(Instant at) implements Undoing {}

    /** It stays done; a supervisor has to see to it. */
    record Failed(String reason, Instant at) implements Undoing {}
}
