package io.redress.chassis.store.rocksdb;

import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The native memory of RocksDB, shared by all stores of a process so that five of them need no more than one. Close it
 * after the last of them.
 */
public final class RocksDbResources implements AutoCloseable {
    private static final long MEBI = 1024L * 1024;

    static {
        RocksDB.loadLibrary();
    }

    final Cache blocks;
    final WriteBufferManager writeBuffers;

    private RocksDbResources(long cacheBytes, long writeBufferBytes) {
        blocks = new LRUCache(cacheBytes);
        // Charged to the cache, so that one number bounds both; never stalling: too much makes a flush, not a wait.
        writeBuffers = new WriteBufferManager(writeBufferBytes, blocks);
    }

    /**
     * 256 MiB, of which up to 128 MiB hold what is written and not yet in files: a case is written many times in its
     * first seconds, and what is overwritten there never has to be merged in files.
     */
    public static RocksDbResources standard() {
        return of(256 * MEBI, 128 * MEBI);
    }

    /**
     * Bounds of your own.
     *
     * @param cacheBytes all together: blocks read from files, their indexes and filters, and the write buffers
     * @param writeBufferBytes how much of it data may take that is written and not yet in files
     */
    public static RocksDbResources of(long cacheBytes, long writeBufferBytes) {
        return new RocksDbResources(cacheBytes, writeBufferBytes);
    }

    @Override
    public void close() {
        writeBuffers.close();
        blocks.close();
    }
}
