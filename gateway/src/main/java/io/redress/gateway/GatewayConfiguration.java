package io.redress.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.redress.chassis.http.WebAnswers;
import io.redress.chassis.security.AccessRules;
import io.redress.chassis.security.ServiceSecurity;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebFilter;

/** Puts the gateway together: what a request passes, in this order, and where it goes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
@Import({WebAnswers.class, ServiceSecurity.class, UpstreamClient.class, Documents.class})
class GatewayConfiguration {

    /** Here only whether somebody is known; who may do what is for the service to say, which knows the case. */
    @Bean
    AccessRules accessRules() {
        return AccessRules.denyAll()
                .open("/")
                .open("/openapi.yaml")
                .open("/schemas/{name}")
                .open("/asyncapi.yaml")
                .allowAuthenticated("/api/v1/**");
    }

    @Bean
    @Order(FilterOrder.ADMIT)
    WebFilter admitKnownPaths(ApplicationContext outside) {
        return new AdmitKnownPaths(outside);
    }

    @Bean
    Allowance allowance(GatewaySettings settings) {
        return new Allowance(settings.rate());
    }

    @Bean
    @Order(FilterOrder.STRANGERS)
    WebFilter limitStrangers(Allowance allowance) {
        return new LimitStrangers(allowance);
    }

    @Bean
    @Order(FilterOrder.CALLERS)
    WebFilter limitCallers(Allowance allowance) {
        return new LimitCallers(allowance);
    }

    @Bean
    @Order(FilterOrder.DOOR)
    WebFilter findDoor() {
        return new FindDoor();
    }

    @Bean
    RememberedWrites rememberedWrites(GatewaySettings settings) {
        return new RememberedWrites(settings.rememberWrites());
    }

    @Bean
    HttpHeadersFilter passOnHeaders(RememberedWrites writes) {
        return new PassOnHeaders(writes);
    }

    @Bean
    GuardDoor guardDoor(CircuitBreakerRegistry breakers, TimeLimiterRegistry limits) {
        return new GuardDoor(breakers, limits);
    }

    @Bean
    RouteLocator routes(
            RouteLocatorBuilder builder, GatewaySettings settings, GuardDoor guard, RememberedWrites writes) {
        var routes = builder.routes();
        LimitBody limitBody = new LimitBody(settings.maxBodyBytes());
        RememberWrite remember = new RememberWrite(writes);
        for (String service : Door.SERVICES) {
            routes.route(
                    service,
                    it -> it.predicate(exchange -> FindDoor.leadsTo(service, exchange))
                            .filters(filters -> filters.filters(remember, limitBody, guard))
                            .uri(settings.address(service)));
        }
        return routes.build();
    }
}
