package io.redress.chassis.store.rocksdb;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * How one store behaves.
 *
 * @param sync whether a write is forced to the disk before it is answered. False: it survives the death of the process;
 *     true: also that of the machine, at the price of one disk flush per call
 * @param scheduler where calls run that come from a thread which must not block
 */
public record RocksDbOptions(boolean sync, Scheduler scheduler) {

    /** Survives the death of the process. */
    public static RocksDbOptions standard() {
        return new RocksDbOptions(false, Schedulers.boundedElastic());
    }
}
