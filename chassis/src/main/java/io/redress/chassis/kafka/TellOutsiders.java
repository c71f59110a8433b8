package io.redress.chassis.kafka;

import java.util.List;

/**
 * Tells whoever wrote to a topic of outsiders what was refused of it. A service offers one as a bean where it has somebody
 * to tell; what is refused becomes a dead letter all the same.
 */
@FunctionalInterface
public interface TellOutsiders {

    /**
     * Tells of refused records, those of a partition in the order of their offsets. Returns when that is safe; only then
     * the place in the topic moves on, so that after a crash the same records come again.
     *
     * @throws RuntimeException where it could not be told; the records are delivered again
     */
    void tell(List<RefusedRecord> refused);
}
