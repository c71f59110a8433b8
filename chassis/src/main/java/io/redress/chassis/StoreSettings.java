package io.redress.chassis;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a service keeps its cases.
 *
 * @param kind {@code rocksdb} within one machine, {@code mongo} beyond it
 * @param folder of the embedded store; one below it per service
 * @param sync whether each write waits for the disk, so that it outlives the machine's power and not only the process
 * @param mongoUri connection string, with credentials from the environment
 * @param mongoDatabase the database's name
 */
@ConfigurationProperties("redress.store")
record StoreSettings(
        @DefaultValue("rocksdb") Kind kind,
        @DefaultValue("./data/stores") Path folder,
        @DefaultValue("false") boolean sync,
        @DefaultValue("mongodb://127.0.0.1:27017") String mongoUri,
        @DefaultValue("redress") String mongoDatabase) {

    enum Kind {
        ROCKSDB,
        MONGO
    }
}
