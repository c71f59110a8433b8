package io.redress.chassis.store.rocksdb;

import io.redress.chassis.store.StoreUnavailable;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.rocksdb.RocksDBException;

/** Lets calls in until the store is closed; a native call after that would end the process. */
final class OpenDoor {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    interface Call<T> {
        T run() throws RocksDBException;
    }

    <T> T enter(Call<T> call) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw unavailable(new IllegalStateException("closed"));
            }
            return call.run();
        } catch (RocksDBException failed) {
            throw unavailable(failed);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Waits for the calls inside; runs {@code closing} the first time only. */
    void close(Runnable closing) {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                closing.run();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static StoreUnavailable unavailable(Exception cause) {
        return new StoreUnavailable("Expected a store that answers, but it did not: " + cause.getMessage(), cause);
    }
}
