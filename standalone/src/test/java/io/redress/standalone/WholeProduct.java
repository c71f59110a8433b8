package io.redress.standalone;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.security.LocalIssuer;
import io.redress.standalone.broker.BrokerProcess;
import io.redress.standalone.contexts.Applications;
import io.redress.standalone.machine.DataFolder;
import io.redress.standalone.machine.Invocation;
import io.redress.standalone.machine.Progress;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * All services behind the gateway, with a real broker, seen from outside only. Their time begins on a Monday morning,
 * goes on by itself, and can be told to leap.
 */
final class WholeProduct implements AutoCloseable {
    private final AtomicReference<Duration> ahead;
    private final LocalIssuer issuer = LocalIssuer.inMemory(Clock.systemUTC());
    private final DataFolder data;
    private final BrokerProcess broker;
    private final Applications applications;

    private WholeProduct(Path folder, Map<String, String> settings) throws InterruptedException {
        // As the product does it: each application would set up logging anew, for all of them and at the same time.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        ahead = new AtomicReference<>(Duration.between(Instant.now(), nextMondayMorning()));
        data = DataFolder.open(folder);
        broker = BrokerProcess.start(Invocation.ofThisJvm(), data, 0);
        broker.awaitReady();
        Map<String, String> all = new HashMap<>(Map.of(
                "redress.kafka.bootstrap-servers",
                broker.address(),
                "redress.kafka.partitions",
                "2",
                "management.server.port",
                "-1",
                "redress.store.folder",
                folder.resolve("stores").toString(),
                "redress.intake.delivery.file.folder",
                folder.resolve("messages").toString()));
        all.putAll(settings);
        InstantSource clock = () -> Instant.now().plus(ahead.get());
        ReactiveJwtDecoder decoder = issuer.decoder();
        applications = new Applications(
                all,
                context -> {
                    context.registerBean("localIssuerDecoder", ReactiveJwtDecoder.class, () -> decoder);
                    context.registerBean("clock", InstantSource.class, () -> clock);
                },
                new Progress(new PrintStream(OutputStream.nullOutputStream())));
        Product product = Product.redress();
        applications.start(product.services());
        applications.start(List.of(product.gateway("127.0.0.1", 0, applications)));
    }

    /**
     * Starts everything.
     *
     * @param settings stronger than the files of the services
     */
    static WholeProduct start(Path folder, Map<String, String> settings) throws InterruptedException {
        return new WholeProduct(folder, settings);
    }

    private static Instant nextMondayMorning() {
        return ZonedDateTime.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .with(LocalTime.of(8, 0))
                .toInstant();
    }

    /** Somebody with these roles, at the door. */
    HttpTalk as(String subject, String... roles) {
        return new HttpTalk(
                applications.port(Product.GATEWAY), issuer.token(subject, List.of(roles), Duration.ofHours(1)));
    }

    String kafka() {
        return broker.address();
    }

    Instant now() {
        return Instant.now().plus(ahead.get());
    }

    /** For everybody at once. */
    void leap(Duration by) {
        ahead.updateAndGet(before -> before.plus(by));
    }

    @Override
    public void close() throws InterruptedException {
        applications.close();
        broker.close();
        data.close();
    }
}
