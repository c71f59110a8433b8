package io.redress.chassis.store.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.CaseStoreConformance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** Against the real server, wherever Docker can start its image. */
@Tag("containers")
@EnabledIf(value = "started", disabledReason = "Docker cannot start the image mongo:8")
class MongoContainerCaseStoreTest extends CaseStoreConformance {
    private static final String IMAGE = "mongo:8";
    private static final MongoDBContainer SERVER = new MongoDBContainer(IMAGE).withReplicaSet();
    private static MongoClient client;
    private static int databases;

    @SuppressWarnings("unused") // named in the condition above, asked once
    static boolean started() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return skipped("Docker is not available");
        }
        try {
            SERVER.start();
        } catch (RuntimeException cannotStart) {
            return skipped("Docker cannot start it: " + cannotStart.getMessage());
        }
        return true;
    }

    private static boolean skipped(String reason) {
        System.out.println("Skipped the case store on " + IMAGE + ": " + reason);
        return false;
    }

    @BeforeAll
    static void connect() {
        client = MongoClients.create(SERVER.getReplicaSetUrl());
    }

    @AfterAll
    static void stopServer() {
        client.close();
        SERVER.stop();
    }

    @Override
    protected CaseStore emptyStore() {
        databases++;
        return MongoCaseStore.create(client.getDatabase("db" + databases), "toy");
    }
}
