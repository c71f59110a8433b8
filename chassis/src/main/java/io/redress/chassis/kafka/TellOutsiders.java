package io.redress.chassis.kafka;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Tells whoever wrote to a topic of outsiders what was refused of it. A service offers one as a bean where it has somebody
 * to tell; what is refused becomes a dead letter all the same.
 */
@FunctionalInterface
public interface TellOutsiders {
    /** Where nobody is there to be told. */
    TellOutsiders NOBODY = _ -> CompletableFuture.allOf();

    /**
     * Tells of refused records, those of a partition in the order of their offsets. The future ends when that is safe;
     * only then the place in the topic moves on, so that after a crash the same records come again. It fails where it
     * could not be told; the records are delivered again.
     */
    CompletableFuture<Void> tell(List<RefusedRecord> refused);
}
