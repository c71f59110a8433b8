package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.IncidentId;
import io.redress.contracts.Limits;
import io.redress.contracts.OptionIdea;
import io.redress.resolution.domain.ImpossibleOrder;
import io.redress.resolution.domain.ImpossibleOrder.Touched;
import io.redress.resolution.domain.Promises;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which promises an order that became impossible concerns, what of it cannot be kept, and what customers may choose in its
 * place. A promise is concerned where all that is named of resource, product, region, incident and step department holds for it.
 *
 * @param department that says so
 * @param stepsOf promises with an open step of this department
 */
record ImpossibleOrderBody(
        @Nullable DepartmentCode department,
        @Nullable String resource,
        @Nullable String product,
        @Nullable String region,
        @Nullable IncidentId incident,
        @Nullable DepartmentCode stepsOf,
        @Nullable List<TouchedBody> touched,
        @Nullable String reason,
        @Nullable List<AlternativeBody> alternatives)
        implements Checked {
    private static final int MOST_ALTERNATIVES = 5;

    @Override
    public void check(Checks checks) {
        checks.required("/department", department)
                .length("/resource", resource, 1, Limits.KEY)
                .length("/product", product, 1, Limits.KEY)
                .length("/region", region, 1, Limits.KEY)
                .that(
                        Stream.of(resource, product, region, incident, stepsOf).anyMatch(Objects::nonNull),
                        "/resource",
                        "Expected at least one of resource, product, region, incident and stepsOf.")
                .required("/touched", touched)
                .filled("/touched", touched)
                .each("/touched", touched, Dimension.values().length)
                .that(touched == null || !touched.isEmpty(), "/touched", "Expected at least one dimension.")
                .that(isEachOnce(), "/touched", "Expected each dimension at most once.")
                .required("/reason", reason)
                .length("/reason", reason, 1, Limits.NOTE)
                .filled("/alternatives", alternatives)
                .each("/alternatives", alternatives, MOST_ALTERNATIVES);
    }

    private boolean isEachOnce() {
        if (touched == null) {
            return true;
        }
        List<Dimension> named = touched.stream()
                .filter(Objects::nonNull)
                .map(TouchedBody::dimension)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return named.size() == Set.copyOf(named).size();
    }

    ImpossibleOrder order(String id, String by, Instant now) {
        List<String> restsOn = new ArrayList<>();
        Stream.ofNullable(resource).map(it -> Promises.on("resource", it)).forEach(restsOn::add);
        Stream.ofNullable(incident)
                .map(it -> Promises.on("incident", it.value()))
                .forEach(restsOn::add);
        Stream.ofNullable(product).map(it -> Promises.on("product", it)).forEach(restsOn::add);
        Stream.ofNullable(region).map(it -> Promises.on("region", it)).forEach(restsOn::add);
        Stream.ofNullable(stepsOf)
                .map(it -> Promises.on("department", it.value()))
                .forEach(restsOn::add);
        return new ImpossibleOrder(
                id,
                restsOn,
                requireNonNull(touched).stream().map(TouchedBody::touched).toList(),
                requireNonNull(reason),
                Objects.requireNonNullElse(alternatives, List.<AlternativeBody>of()).stream()
                        .map(AlternativeBody::idea)
                        .collect(Collectors.toList()),
                requireNonNull(department),
                by,
                now);
    }

    /** One standard with its numbers: a date for time, how much or how good for the others. */
    record TouchedBody(
            @Nullable Dimension dimension,
            @Nullable Instant newDueAt,
            @Nullable String was,
            @Nullable String becomes) implements Checked {
        @Override
        public void check(Checks checks) {
            boolean time = dimension == Dimension.TIME;
            checks.required("/dimension", dimension)
                    .that(!time || newDueAt != null, "/newDueAt", "Expected the new date where time is touched.")
                    .that(time || newDueAt == null, "/newDueAt", "Expected a date only where time is touched.")
                    .that(
                            time || becomes != null && !becomes.isBlank(),
                            "/becomes",
                            "Expected how much or how good it will be where cost or quality is touched.")
                    .length("/was", was, 1, Limits.TITLE)
                    .length("/becomes", becomes, 1, Limits.TITLE);
        }

        Touched touched() {
            return new Touched(requireNonNull(dimension), newDueAt, was, becomes);
        }
    }

    /** What customers may choose in its place; the department that says so carries it out. */
    record AlternativeBody(
            @Nullable String kind,
            @Nullable String title,
            @Nullable Integer days,
            @Nullable String disadvantage) implements Checked {
        @Override
        public void check(Checks checks) {
            checks.required("/kind", kind)
                    .length("/kind", kind, 1, Limits.KEY)
                    .required("/title", title)
                    .length("/title", title, 1, Limits.TITLE)
                    .required("/days", days)
                    .range("/days", days, 0, Limits.DAYS)
                    .length("/disadvantage", disadvantage, 1, Limits.NOTE);
        }

        OptionIdea idea() {
            return new OptionIdea(
                    requireNonNull(kind), requireNonNull(title), null, requireNonNull(days), disadvantage);
        }
    }
}
