package io.redress.standalone;

import io.redress.analytics.AnalyticsApplication;
import io.redress.department.DepartmentApplication;
import io.redress.gateway.GatewayApplication;
import io.redress.intake.IntakeApplication;
import io.redress.resolution.ResolutionApplication;
import io.redress.routing.RoutingApplication;
import io.redress.standalone.contexts.Application;
import io.redress.standalone.contexts.Applications;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which applications are started: the services, and the gateway before them. */
record Product(List<Application> services, Class<?> gateway) {
    static final String GATEWAY = "gateway";

    /** The stages of a case, and the door. */
    static Product redress() {
        return new Product(
                List.of(
                        Application.service("intake-service", IntakeApplication.class),
                        Application.service("routing-service", RoutingApplication.class),
                        Application.service("department-service", DepartmentApplication.class),
                        Application.service("resolution-service", ResolutionApplication.class),
                        Application.service("analytics-service", AnalyticsApplication.class)),
                GatewayApplication.class);
    }

    /** The gateway, told where the running services are. */
    Application gateway(String bind, int port, Applications running) {
        Map<String, String> settings = new HashMap<>();
        settings.put("server.address", bind);
        settings.put("server.port", Integer.toString(port));
        services.forEach(service -> settings.put(
                "redress.gateway.services." + service.module(), "http://127.0.0.1:" + running.port(service.module())));
        return new Application(GATEWAY, gateway, settings);
    }
}
