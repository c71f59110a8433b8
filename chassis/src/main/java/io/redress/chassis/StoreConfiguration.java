package io.redress.chassis;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.mongo.MongoCaseStore;
import io.redress.chassis.store.rocksdb.RocksDbCaseStore;
import io.redress.chassis.store.rocksdb.RocksDbOptions;
import io.redress.chassis.store.rocksdb.RocksDbResources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Opens the store that the settings name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

    /** Embedded: nothing to install. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "redress.store.kind", havingValue = "rocksdb", matchIfMissing = true)
    static class Embedded {
        private static final int READERS = 2;

        /** Unless the process brings its own, shared by several services. */
        @Bean(destroyMethod = "close")
        @ConditionalOnMissingBean
        RocksDbResources rocksDbResources() {
            return RocksDbResources.standard();
        }

        @Bean(destroyMethod = "close")
        CaseStore caseStore(CaseDefinition<?, ?, ?> definition, StoreSettings settings, RocksDbResources resources) {
            Path folder = settings.folder().resolve(definition.service());
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("Expected to create the store's folder " + folder, e);
            }
            return RocksDbCaseStore.open(folder, resources, new RocksDbOptions(settings.sync(), readers(definition)));
        }

        /** Threads that may wait for the disk on behalf of event loops, which may not. */
        private static Scheduler readers(CaseDefinition<?, ?, ?> definition) {
            return Schedulers.fromExecutor(Executors.newFixedThreadPool(
                    READERS,
                    Thread.ofPlatform()
                            .daemon()
                            .name(definition.service() + "-readers-", 0)
                            .factory()));
        }
    }

    /** MongoDB: for what outgrows one machine. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "redress.store.kind", havingValue = "mongo")
    static class Distant {

        @Bean(destroyMethod = "close")
        MongoClient mongoClient(StoreSettings settings) {
            return MongoClients.create(settings.mongoUri());
        }

        @Bean(destroyMethod = "close")
        CaseStore caseStore(CaseDefinition<?, ?, ?> definition, StoreSettings settings, MongoClient client) {
            return MongoCaseStore.create(client.getDatabase(settings.mongoDatabase()), definition.service());
        }
    }
}
