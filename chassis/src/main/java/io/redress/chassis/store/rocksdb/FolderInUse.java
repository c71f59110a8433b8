package io.redress.chassis.store.rocksdb;

import java.nio.file.Path;

/** The folder of a store belongs to another process, or to another store of this one. */
public final class FolderInUse extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    FolderInUse(Path folder, Throwable cause) {
        super(
                "Expected a data folder of its own, but " + folder
                        + " is in use; stop the process that uses it or choose another folder",
                cause);
    }
}
