package io.redress.standalone.contexts;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.redress.standalone.machine.Progress;
import io.redress.standalone.machine.StartFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The applications that run in this JVM, each in a context of its own: closing one leaves the others running. */
public final class Applications implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Applications.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    /** More would only share the same cores: starting is work, not waiting. */
    private static final int STARTED_AT_ONCE = 2;

    private final Map<String, String> settings;
    private final Consumer<GenericApplicationContext> sharedBeans;
    private final Progress progress;
    private final SharedNetty netty = new SharedNetty();
    private final Map<String, ConfigurableApplicationContext> running = new ConcurrentHashMap<>();

    /**
     * @param settings what holds for all of them; weaker than {@link Application#settings}
     * @param sharedBeans puts into each context, before it starts, what exists once in the JVM
     */
    public Applications(
            Map<String, String> settings, Consumer<GenericApplicationContext> sharedBeans, Progress progress) {
        this.settings = Map.copyOf(settings);
        this.sharedBeans = sharedBeans;
        this.progress = progress;
    }

    /**
     * Starts them side by side, and returns when all of them serve.
     *
     * @throws StartFailure if one does not start; the others may run until {@link #close}
     */
    public void start(List<Application> applications) throws InterruptedException {
        try (ExecutorService starters = Executors.newFixedThreadPool(STARTED_AT_ONCE)) {
            List<Future<?>> starts = new ArrayList<>();
            for (Application application : applications) {
                starts.add(starters.submit(() -> start(application)));
            }
            for (Future<?> start : starts) {
                await(start);
            }
        }
    }

    private static void await(Future<?> start) throws InterruptedException {
        try {
            start.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof StartFailure known
                    ? new StartFailure(String.valueOf(known.getMessage()), known)
                    : new IllegalStateException(failed.getCause());
        }
    }

    private void start(Application application) {
        try {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(application.type())
                    .web(WebApplicationType.REACTIVE)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    // Six hooks would stop them all at once; the launcher stops them in order.
                    .registerShutdownHook(false)
                    .initializers(this::prepare)
                    .run(arguments(application));
            running.put(application.module(), context);
            progress.reached(application.module() + " on port " + port(application.module()));
        } catch (RuntimeException failure) {
            log.info("{} did not start", application.module(), failure);
            throw new StartFailure(
                    "%s cannot start: %s; more in redress.log.".formatted(application.module(), innermost(failure)),
                    failure);
        }
    }

    private void prepare(ConfigurableApplicationContext context) {
        GenericApplicationContext beans = (GenericApplicationContext) context;
        netty.lendTo(beans);
        sharedBeans.accept(beans);
    }

    /** As arguments, since those are stronger than anything in the environment. */
    private String[] arguments(Application application) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("spring.config.name", application.module());
        all.put("spring.application.name", application.module());
        all.put("spring.jmx.enabled", "false");
        all.put("spring.lifecycle.timeout-per-shutdown-phase", "2s");
        all.putAll(application.settings());
        return all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** The port that a running application listens on. */
    public int port(String module) {
        ConfigurableApplicationContext context = running.get(module);
        if (context == null) {
            throw new IllegalArgumentException("Expected one of " + running.keySet() + ", but got " + module);
        }
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** What a running application measures; empty where it does not run or measures nothing. */
    public Optional<PrometheusMeterRegistry> metrics(String module) {
        return Optional.ofNullable(running.get(module))
                .flatMap(context -> context.getBeanProvider(PrometheusMeterRegistry.class).stream()
                        .findFirst());
    }

    /** Stops one of them. One that does not run is none to stop. */
    public void stop(String module) throws InterruptedException {
        stop(List.of(module));
    }

    private void stop(List<String> modules) throws InterruptedException {
        ExecutorService stoppers = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("stop-application-", 0).factory());
        for (String module : modules) {
            ConfigurableApplicationContext context = running.remove(module);
            if (context != null) {
                stoppers.execute(context::close);
            }
        }
        stoppers.shutdown();
        if (!stoppers.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            log.warn("Not all of {} stopped within {} s; they are cut off.", modules, LONGEST_STOP.toSeconds());
        }
    }

    /** Stops all that run, side by side. */
    @Override
    public void close() throws InterruptedException {
        stop(List.copyOf(running.keySet()));
        netty.close();
    }
}
