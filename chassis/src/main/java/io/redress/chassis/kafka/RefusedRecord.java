package io.redress.chassis.kafka;

import org.jspecify.annotations.Nullable;

/**
 * A record of an outsider that was refused.
 *
 * @param topic where it stood, as are partition and offset; these three name it for ever
 * @param key as it was sent; absent where there was none
 * @param value as it was sent; absent where there was none
 * @param code kebab-case reason for programs, see {@link io.redress.chassis.lanes.Refused}
 * @param reason the same in a sentence
 */
public record RefusedRecord(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        byte @Nullable [] value,
        String code,
        String reason) {}
