package io.redress.chassis.store.rocksdb;

import java.util.Arrays;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;

/**
 * Walks the keys of one column family between two bounds, as they are at one moment. The upper bound spares the walk
 * through what was deleted behind it.
 */
final class Scan implements AutoCloseable {
    private final Slice end;
    private final ReadOptions options;
    private final RocksIterator iterator;

    /** From {@code from}, inclusive, to {@code to}, exclusive, in what is written now. */
    Scan(Families families, ColumnFamilyHandle family, byte[] from, byte[] to) {
        this(families, family, from, to, new ReadOptions());
    }

    /** The same in what was written when {@code moment} was taken. */
    Scan(Families families, ColumnFamilyHandle family, byte[] from, byte[] to, Snapshot moment) {
        this(families, family, from, to, new ReadOptions().setSnapshot(moment));
    }

    private Scan(Families families, ColumnFamilyHandle family, byte[] from, byte[] to, ReadOptions options) {
        end = new Slice(to);
        this.options = options.setIterateUpperBound(end);
        iterator = families.db.newIterator(family, this.options);
        iterator.seek(from);
    }

    /** Whether it stands at a key; false at the end. */
    boolean atKey() throws RocksDBException {
        if (iterator.isValid()) {
            return true;
        }
        iterator.status();
        return false;
    }

    byte[] key() {
        return iterator.key();
    }

    byte[] value() {
        return iterator.value();
    }

    void next() {
        iterator.next();
    }

    /** The least key that is more than {@code key}. */
    static byte[] after(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }

    @Override
    public void close() {
        iterator.close();
        options.close();
        end.close();
    }
}
