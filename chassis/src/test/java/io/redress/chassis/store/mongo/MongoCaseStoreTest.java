package io.redress.chassis.store.mongo;

import static io.redress.chassis.store.Draft.creating;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.CaseStoreConformance;
import io.redress.chassis.store.Draft;
import io.redress.chassis.store.EntryKey;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.StoreUnavailable;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Against a stand-in that speaks the protocol, in memory. */
class MongoCaseStoreTest extends CaseStoreConformance {
    private static MongoServer server;
    private static MongoClient client;
    private static int databases;

    @BeforeAll
    static void startServer() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create("mongodb://127.0.0.1:" + server.bind().getPort());
    }

    @AfterAll
    static void stopServer() {
        client.close();
        server.shutdownNow();
    }

    @Override
    protected CaseStore emptyStore() {
        databases++;
        return MongoCaseStore.create(database(), "toy");
    }

    private static MongoDatabase database() {
        return client.getDatabase("db" + databases);
    }

    private static MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    @Test
    void creating_the_store_again_finds_what_is_there() {
        save(creating("a"));
        store = MongoCaseStore.create(database(), "toy");
        assertThat(loaded("a").revision()).isEqualTo(1);
    }

    @Test
    void services_share_a_database_without_meeting() {
        save(creating("a").unique("key", "k"));
        CaseStore other = MongoCaseStore.create(database(), "other");
        assertThat(other.load(List.of("a")).block()).isEmpty();
    }

    @Test
    void entries_that_no_case_lists_are_skipped_and_swept_where_that_is_safe() {
        save(creating("a").sorted("status", "open", "2"), creating("b").sorted("status", "open", "4"));
        String abandoned = leftBehind("a", "1", 1);
        String inProgress = leftBehind("a", "3", 2);
        String unborn = leftBehind("nobody", "5", 1);

        assertThat(allIds("status", "open", 1)).containsExactly("a", "b");

        List<String> left = Flux.from(collection("toy_entries").find())
                .map(entry -> entry.getString("_id"))
                .collectList()
                .block();
        assertThat(left).doesNotContain(abandoned).contains(inProgress, unborn);
    }

    private static String leftBehind(String caseId, String sort, long revision) {
        String id =
                EntryKey.of(caseId, IndexEntry.sorted("status", "open", sort)).text();
        Mono.from(collection("toy_entries").insertOne(new Document("_id", id).append("rev", revision)))
                .block();
        return id;
    }

    @Test
    void entries_of_a_case_that_moved_are_taken_away() {
        save(creating("a").sorted("status", "open", "1"));
        save(Draft.changing("a", 1).sorted("status", "closed", "1"));
        assertThat(Mono.from(collection("toy_entries").countDocuments()).block())
                .isEqualTo(1);
    }

    @Test
    void a_long_log_leaves_the_document() {
        Draft draft = creating("a");
        for (int i = 1; i <= 200; i++) {
            draft.log(i);
        }
        save(draft);
        Document document =
                requireNonNull(Mono.from(collection("toy_cases").find().first()).block());
        assertThat(document.getList("log", Document.class)).isEmpty();
        assertThat(logNumbers("a", 1, 1000)).hasSize(200);
    }

    @Test
    void a_case_without_pending_events_is_not_in_their_index() {
        save(creating("a").event("s", 1).event("s", 2), creating("b"));
        clear(key("a", "s", 1));
        clear(key("a", "s", 2));
        assertThat(Mono.from(collection("toy_cases")
                                .countDocuments(new Document("pendingCase", new Document("$exists", true))))
                        .block())
                .isZero();
    }

    @Test
    void a_server_that_cannot_be_reached_is_an_unavailable_store() {
        MongoServer gone = new MongoServer(new MemoryBackend());
        String address = "mongodb://127.0.0.1:" + gone.bind().getPort() + "/?serverSelectionTimeoutMS=300";
        try (MongoClient other = MongoClients.create(address)) {
            CaseStore lost = MongoCaseStore.create(other.getDatabase("db"), "toy");
            gone.shutdownNow();
            assertThatThrownBy(() -> lost.load(List.of("a")).block()).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> lost.save(List.of(creating("a").write())).block())
                    .isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> MongoCaseStore.create(other.getDatabase("db"), "toy"))
                    .isInstanceOf(StoreUnavailable.class);
        }
    }
}
