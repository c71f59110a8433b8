package io.redress.resolution.adapter.remedies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Where in the file each remedy is. It takes the same few megabytes of memory for a thousand remedies and for millions, and
 * what it has missed is read from the file, so it never needs to be more certain than that. Used by one thread.
 */
final class RemedyIndex implements AutoCloseable {
    private static final long MEBI = 1024L * 1024;
    private static final int BITS_PER_KEY = 10;
    /** Remedies have the prefix, so that none can be this. */
    private static final byte[] KNOWN_UP_TO = "up-to".getBytes(UTF_8);

    private static final String PREFIX = "id:";

    static {
        RocksDB.loadLibrary();
    }

    private final LRUCache cache = new LRUCache(8 * MEBI);
    private final BloomFilter filter = new BloomFilter(BITS_PER_KEY);
    private final Options options = new Options()
            .setCreateIfMissing(true)
            .setWriteBufferSize(4 * MEBI)
            .setMaxWriteBufferNumber(2)
            .setTableFormatConfig(
                    new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(filter));
    private final WriteOptions writing = new WriteOptions();
    private final RocksDB database;

    RemedyIndex(Path folder) throws IOException {
        try {
            database = RocksDB.open(options, folder.toString());
        } catch (RocksDBException unusable) {
            throw new IOException("Expected an index of remedies in " + folder + ", but it cannot be opened", unusable);
        }
    }

    /** Up to where the file is known. */
    long knownUpTo() throws IOException {
        return position(KNOWN_UP_TO).orElse(0);
    }

    OptionalLong find(String id) throws IOException {
        return position(key(id));
    }

    /** @param upTo from now on the file is known up to there */
    void add(Map<String, Long> positions, long upTo) throws IOException {
        try (WriteBatch batch = new WriteBatch()) {
            for (Map.Entry<String, Long> it : positions.entrySet()) {
                batch.put(key(it.getKey()), bytes(it.getValue()));
            }
            batch.put(KNOWN_UP_TO, bytes(upTo));
            database.write(writing, batch);
        } catch (RocksDBException failed) {
            throw new IOException("Expected the index of remedies to take more", failed);
        }
    }

    private OptionalLong position(byte[] key) throws IOException {
        try {
            byte[] found = database.get(key);
            return found == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(ByteBuffer.wrap(found).getLong());
        } catch (RocksDBException failed) {
            throw new IOException("Expected the index of remedies to answer", failed);
        }
    }

    private static byte[] key(String id) {
        return (PREFIX + id).getBytes(UTF_8);
    }

    private static byte[] bytes(long position) {
        return ByteBuffer.allocate(Long.BYTES).putLong(position).array();
    }

    @Override
    public void close() {
        database.close();
        writing.close();
        options.close();
        filter.close();
        cache.close();
    }
}
