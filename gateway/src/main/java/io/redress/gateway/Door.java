package io.redress.gateway;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One way in: an address, its methods, and the service behind it. All there are is in {@link #ALL}.
 *
 * @param name names its circuit breaker and time limit
 * @param service the module that answers
 */
record Door(String name, String service, PathPattern pattern, Set<HttpMethod> methods) {
    private static final String API = "/api/v1";

    /** The most used first. What several could match, the pattern with fewer variables is named before. */
    static final List<Door> ALL = List.of(
            door("complaints", "intake-service", "/complaints", HttpMethod.POST),
            door("cases", "intake-service", "/cases", HttpMethod.GET),
            door("case", "intake-service", "/cases/{id}", HttpMethod.GET),
            door("words", "intake-service", "/cases/{id}/words", HttpMethod.POST),
            door("contact-wishes", "intake-service", "/cases/{id}/contact-wishes", HttpMethod.POST),
            door("contacts", "intake-service", "/cases/{id}/contacts", HttpMethod.POST),
            door("consultants", "intake-service", "/consultants", HttpMethod.GET),
            door("consultant-contacts", "intake-service", "/consultants/{id}/contacts", HttpMethod.GET),
            door("diagnosis", "intake-service", "/cases/{id}/diagnosis", HttpMethod.POST),
            door("replies", "department-service", "/departments/{code}/requests/{requestId}/replies", HttpMethod.POST),
            door("request", "department-service", "/departments/{code}/requests/{requestId}", HttpMethod.GET),
            door("worklist", "department-service", "/departments/{code}/worklist", HttpMethod.GET),
            door("resolution", "resolution-service", "/cases/{id}/resolution", HttpMethod.GET),
            door("choice", "resolution-service", "/cases/{id}/choice", HttpMethod.POST),
            door("closure", "resolution-service", "/cases/{id}/closure", HttpMethod.POST),
            door("journey", "analytics-service", "/cases/{id}/journey", HttpMethod.GET),
            door("survey", "analytics-service", "/cases/{id}/survey", HttpMethod.POST),
            door("review", "analytics-service", "/cases/{id}/review", HttpMethod.GET, HttpMethod.POST),
            door("reviews", "analytics-service", "/reviews", HttpMethod.GET),
            door("routing", "routing-service", "/cases/{id}/routing", HttpMethod.GET),
            door("departments", "routing-service", "/departments", HttpMethod.GET));

    static final Set<String> SERVICES = ALL.stream().map(Door::service).collect(Collectors.toUnmodifiableSet());

    /** The door at a path, whatever the method; null if there is none. */
    static @Nullable Door at(PathContainer path) {
        for (Door door : ALL) {
            if (door.pattern.matches(path)) {
                return door;
            }
        }
        return null;
    }

    private static Door door(String name, String service, String path, HttpMethod... methods) {
        return new Door(name, service, PathPatternParser.defaultInstance.parse(API + path), Set.of(methods));
    }
}
