/** Cases in an embedded RocksDB: one folder, one process, nothing to install. */
@NullMarked
package io.redress.chassis.store.rocksdb;

import org.jspecify.annotations.NullMarked;
