package io.redress.standalone;

import io.redress.analytics.AnalyticsApplication;
import io.redress.department.DepartmentApplication;
import io.redress.gateway.GatewayApplication;
import io.redress.intake.IntakeApplication;
import io.redress.resolution.ResolutionApplication;
import io.redress.routing.RoutingApplication;
import io.redress.standalone.contexts.Application;
import io.redress.standalone.contexts.Applications;
import io.redress.standalone.machine.StartFailure;
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

    /**
     * The same with only these services; all of them where none is named.
     *
     * @throws StartFailure where one is not known
     */
    Product only(List<String> modules) {
        List<String> known = services.stream().map(Application::module).toList();
        if (!known.containsAll(modules)) {
            throw new StartFailure("Expected --only to name some of " + known + ", but got " + modules + ".");
        }
        return modules.isEmpty()
                ? this
                : new Product(
                        services.stream()
                                .filter(service -> modules.contains(service.module()))
                                .toList(),
                        gateway);
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
