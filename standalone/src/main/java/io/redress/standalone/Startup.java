package io.redress.standalone;

import io.redress.chassis.security.LocalIssuer;
import io.redress.chassis.store.rocksdb.RocksDbResources;
import io.redress.standalone.broker.BrokerProcess;
import io.redress.standalone.contexts.Applications;
import io.redress.standalone.contexts.MetricsPort;
import io.redress.standalone.demo.Demo;
import io.redress.standalone.machine.DataFolder;
import io.redress.standalone.machine.Invocation;
import io.redress.standalone.machine.Ports;
import io.redress.standalone.machine.Progress;
import io.redress.standalone.machine.StartFailure;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.rocksdb.NativeLibraryLoader;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** From nothing to a running product: what is quick and may fail first, then broker, services, gateway. */
final class Startup {
    private static final List<String> DEPARTMENTS = List.of(
            "product-management",
            "finance",
            "legal-compliance",
            "development",
            "manufacturing",
            "quality-control",
            "marketing-pr",
            "logistics",
            "senior-management",
            "front-desk");

    private final Options options;
    private final Invocation invocation = Invocation.ofThisJvm();
    private final Progress progress = new Progress(System.out);

    Startup(Options options) {
        this.options = options;
    }

    /**
     * Runs {@code product} until the process is asked to stop. Does not return, and ends the process with code 1 if the
     * product cannot start.
     *
     * @throws StartFailure if it cannot even begin
     */
    int run(Product product) throws InterruptedException {
        int gatewayPort = Ports.choose(options.bind, options.port, "--port");
        int metricsPort = Ports.choose("127.0.0.1", options.metricsPort, "--metrics-port");
        DataFolder data = DataFolder.open(options.dataDir);
        Logging.into(data.logs());
        Shutdown shutdown = Shutdown.atExit(progress);
        try {
            start(product, gatewayPort, metricsPort, data, shutdown);
        } catch (StartFailure failure) {
            LoggerFactory.getLogger(Startup.class).info("It cannot start", failure);
            shutdown.fail(String.valueOf(failure.getMessage()));
        } catch (IOException | RuntimeException failure) {
            LoggerFactory.getLogger(Startup.class).info("It cannot start", failure);
            shutdown.fail("It cannot start: %s; more in %s.".formatted(failure.getMessage(), data.logs()));
        }
        shutdown.await();
        return 0;
    }

    private void start(Product product, int gatewayPort, int metricsPort, DataFolder data, Shutdown shutdown)
            throws IOException, InterruptedException {
        shutdown.closes("data folder released", data);
        progress.reached("data folder " + data.path());

        LocalIssuer issuer = LocalIssuer.in(data.path().resolve("issuer-key.json"), InstantSource.system());
        Tokens tokens = Tokens.issue(issuer, DEPARTMENTS);
        Path tokensFile = options.tokensFile == null ? data.path().resolve("tokens.json") : options.tokensFile;
        tokens.write(tokensFile);

        BrokerProcess broker = BrokerProcess.start(invocation, data, options.kafkaPort);
        shutdown.closes("broker stopped", broker);
        unpackStoreLibrary(data.path().resolve("native"));
        broker.awaitReady();
        progress.reached("Kafka broker on %s, process %d".formatted(broker.address(), broker.pid()));

        RocksDbResources memory = RocksDbResources.standard();
        shutdown.closes("stores released", memory);
        Applications applications = new Applications(settings(data, broker), sharedBeans(issuer, memory), progress);
        shutdown.closes("services stopped", applications);
        applications.start(product.services());
        shutdown.closes("gateway stopped", () -> applications.stop(Product.GATEWAY));
        applications.start(List.of(product.gateway(options.bind, gatewayPort, applications)));

        MetricsPort metrics = MetricsPort.open(metricsPort, applications::metrics);
        shutdown.closes("metrics closed", metrics);

        String address = "http://%s:%d".formatted(reachable(options.bind), applications.port(Product.GATEWAY));
        new Welcome(
                        address,
                        broker.port(),
                        tokens,
                        tokensFile,
                        metrics.address("intake-service"),
                        invocation.typed(Standalone.class.getName(), data.path()))
                .print(System.out);
        if (options.demo) {
            // Not as the machine's locale has it: customers write in four languages.
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            out.println("What the demo's first customers write, and what they are told at once:");
            shutdown.closes("demo stopped", new Demo(URI.create(address), broker.address(), tokens.byRole(), out));
        }
    }

    /** From this machine, also if it listens on all its addresses. */
    private static String reachable(String bindAddress) throws UnknownHostException {
        return InetAddress.getByName(bindAddress).isAnyLocalAddress() ? "127.0.0.1" : bindAddress;
    }

    /** The store would unpack it into the folder for temporary files, one more copy at each start. */
    private static void unpackStoreLibrary(Path folder) throws IOException {
        Files.createDirectories(folder);
        NativeLibraryLoader.getInstance().loadLibrary(folder.toString());
    }

    private static Map<String, String> settings(DataFolder data, BrokerProcess broker) {
        return Map.of(
                "redress.kafka.bootstrap-servers",
                broker.address(),
                // The ports of the settings files are for services that run alone.
                "management.server.port",
                "-1",
                // A second start takes the place of the first at once instead of waiting for its session to end.
                "redress.kafka.instance-id",
                "standalone",
                "redress.store.folder",
                data.path().resolve("stores").toString(),
                // Where a visitor finds what customers are told.
                "redress.intake.delivery.file.folder",
                data.path().resolve("messages").toString(),
                "redress.resolution.remedies.folder",
                data.path().resolve("remedies").toString());
    }

    private static Consumer<GenericApplicationContext> sharedBeans(LocalIssuer issuer, RocksDbResources memory) {
        ReactiveJwtDecoder decoder = issuer.decoder();
        return context -> {
            context.registerBean("localIssuerDecoder", ReactiveJwtDecoder.class, () -> decoder);
            // Theirs to use and not to close: a context that stops must not take it from the others.
            context.registerBean("sharedStoreMemory", RocksDbResources.class, () -> memory, bean -> {
                if (bean instanceof AbstractBeanDefinition definition) {
                    definition.setDestroyMethodName("");
                }
            });
        };
    }
}
