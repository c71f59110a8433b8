package io.redress.resolution.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.IndexQuery;
import io.redress.resolution.domain.ResolutionCase;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.Resource;
import java.util.stream.Stream;

/** Finds what cases and resources have still to tell each other, and the resources by name. */
public final class ReservationEntries {
    /** Cases of which a resource is still to hear something. */
    private static final String OUTSTANDING = "reservations-outstanding";
    /** Resources with holds that have lapsed and whose case has not heard it. */
    private static final String UNTOLD = "resource-untold";
    /** All resources by name. */
    private static final String RESOURCES = "resources";

    private static final String ALL = "all";

    private ReservationEntries() {}

    static Stream<IndexEntry> of(ResolutionState state) {
        return switch (state) {
            case ResolutionCase known ->
                known.assurances().reservations().isOutstanding()
                        ? Stream.of(IndexEntry.sorted(OUTSTANDING, ALL, ""))
                        : Stream.empty();
            case Resource resource -> {
                Stream<IndexEntry> named = Stream.of(IndexEntry.sorted(RESOURCES, ALL, resource.name()));
                yield resource.untold().isEmpty()
                        ? named
                        : Stream.concat(named, Stream.of(IndexEntry.sorted(UNTOLD, ALL, "")));
            }
            default -> Stream.empty();
        };
    }

    static IndexQuery outstanding(int limit) {
        return IndexQuery.first(OUTSTANDING, ALL, limit);
    }

    static IndexQuery untold(int limit) {
        return IndexQuery.first(UNTOLD, ALL, limit);
    }

    /** @param after the cursor of the page before; empty for the first */
    public static IndexQuery resources(String after, int limit) {
        return new IndexQuery(RESOURCES, ALL, after, limit);
    }
}
