package io.redress.gateway;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * The client towards the services. Its pool and the queue before it are bounded, and it runs on the server's own event
 * loops: nothing is shared with other applications in the same process but what that factory shares.
 */
@Configuration(proxyBeanMethods = false)
class UpstreamClient {
    private static final int CONNECTIONS_PER_SERVICE = 500;
    private static final int WAITING_PER_SERVICE = 2_000;
    private static final int CONNECT_MILLIS = 1_000;
    private static final int MAX_HEADER_BYTES = 32 * 1024;

    @Bean(destroyMethod = "dispose")
    ConnectionProvider upstreamConnections() {
        return ConnectionProvider.builder("upstream")
                .maxConnections(CONNECTIONS_PER_SERVICE)
                .pendingAcquireMaxCount(WAITING_PER_SERVICE)
                .pendingAcquireTimeout(Duration.ofSeconds(5))
                // Shorter than the services' own limit, so that a connection is not used just when it is closed.
                .maxIdleTime(Duration.ofSeconds(20))
                .evictInBackground(Duration.ofSeconds(20))
                .lifo()
                .build();
    }

    @Bean
    HttpClient upstreamClient(ConnectionProvider connections, ReactorResourceFactory resources) {
        return HttpClient.create(connections)
                .runOn(resources.getLoopResources())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .httpResponseDecoder(it -> it.maxHeaderSize(MAX_HEADER_BYTES));
    }
}
