package io.redress.standalone.contexts;

import java.time.Duration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * Event loops and connections for all applications of the JVM. By default each would use Reactor Netty's global ones,
 * and the first to close would take them from the others.
 */
final class SharedNetty implements AutoCloseable {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

    private final LoopResources loops = LoopResources.create("redress-http");
    private final ConnectionProvider connections = ConnectionProvider.create("redress-http");

    /** Makes {@code context} use these, and leave them open when it closes. */
    void lendTo(GenericApplicationContext context) {
        context.registerBean("reactorResourceFactory", ReactorResourceFactory.class, this::lent);
    }

    private ReactorResourceFactory lent() {
        ReactorResourceFactory factory = new ReactorResourceFactory();
        factory.setUseGlobalResources(false);
        factory.setLoopResources(loops);
        factory.setConnectionProvider(connections);
        return factory;
    }

    @Override
    public void close() {
        connections.disposeLater().block(LONGEST_STOP);
        loops.disposeLater(Duration.ZERO, LONGEST_STOP).block(LONGEST_STOP.multipliedBy(2));
    }
}
