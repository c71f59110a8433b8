package io.redress.chassis.store.rocksdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.TablePropertiesCollectorFactory;

/** The open database and its column families, with all native objects that must outlive it. */
final class Families implements AutoCloseable {
    private static final List<String> NAMES = List.of("default", "cases", "entries", "due", "pending", "log");
    private static final long MEBI = 1024L * 1024;
    private static final int FILTER_BITS_PER_KEY = 10;
    private static final int OPEN_FILES = 256;
    // A file in which 32 of 128 keys in a row are deletions is compacted soon, so scans do not wade through them.
    private static final long DELETION_WINDOW = 128;
    private static final long DELETION_TRIGGER = 32;

    private final Deque<AutoCloseable> natives = new ArrayDeque<>();
    private final List<ColumnFamilyHandle> handles = new ArrayList<>();
    final RocksDB db;

    Families(Path folder, RocksDbResources resources) {
        try {
            Files.createDirectories(folder);
            db = keep(RocksDB.open(databaseOptions(resources), folder.toString(), descriptors(resources), handles));
        } catch (RocksDBException refused) {
            closeNatives();
            throw refusal(folder, refused);
        } catch (IOException unusable) {
            throw new UncheckedIOException("Expected a folder to write to, but got " + folder, unusable);
        }
    }

    ColumnFamilyHandle cases() {
        return handles.get(1);
    }

    ColumnFamilyHandle entries() {
        return handles.get(2);
    }

    ColumnFamilyHandle due() {
        return handles.get(3);
    }

    ColumnFamilyHandle pending() {
        return handles.get(4);
    }

    ColumnFamilyHandle log() {
        return handles.get(5);
    }

    @Override
    public void close() {
        handles.forEach(ColumnFamilyHandle::close);
        closeNatives();
    }

    private static RuntimeException refusal(Path folder, RocksDBException refused) {
        String message = String.valueOf(refused.getMessage());
        return message.contains("lock") && message.contains("LOCK")
                ? new FolderInUse(folder, refused)
                : new IllegalStateException("Expected a store that can be opened in " + folder, refused);
    }

    private DBOptions databaseOptions(RocksDbResources resources) {
        return keep(new DBOptions())
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setWriteBufferManager(resources.writeBuffers)
                // Column families are flushed at different paces; this bounds what the slowest keeps alive.
                .setMaxTotalWalSize(64 * MEBI)
                .setMaxOpenFiles(OPEN_FILES)
                .setMaxBackgroundJobs(2)
                .setKeepLogFileNum(2)
                .setStatsDumpPeriodSec(0)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL);
    }

    private List<ColumnFamilyDescriptor> descriptors(RocksDbResources resources) {
        BlockBasedTableConfig table = new BlockBasedTableConfig()
                .setBlockCache(resources.blocks)
                .setFilterPolicy(keep(new BloomFilter(FILTER_BITS_PER_KEY)))
                .setCacheIndexAndFilterBlocks(true)
                .setPinL0FilterAndIndexBlocksInCache(true);
        ColumnFamilyOptions options = keep(new ColumnFamilyOptions(compactingDeletions()))
                .setTableFormatConfig(table)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setWriteBufferSize(64 * MEBI)
                .setLevelCompactionDynamicLevelBytes(true);
        return NAMES.stream()
                .map(name -> new ColumnFamilyDescriptor(name.getBytes(StandardCharsets.UTF_8), options))
                .toList();
    }

    /** The collector can be set only on these options, from which those of a column family are copied. */
    private Options compactingDeletions() {
        Options options = keep(new Options());
        options.setTablePropertiesCollectorFactory(
                List.of(keep(TablePropertiesCollectorFactory.NewCompactOnDeletionCollectorFactory(
                        DELETION_WINDOW, DELETION_TRIGGER, 0.5))));
        return options;
    }

    private <T extends AutoCloseable> T keep(T object) {
        natives.push(object);
        return object;
    }

    private void closeNatives() {
        while (!natives.isEmpty()) {
            try {
                natives.pop().close();
            } catch (Exception impossible) {
                throw new IllegalStateException("Expected native objects to close", impossible);
            }
        }
    }
}
