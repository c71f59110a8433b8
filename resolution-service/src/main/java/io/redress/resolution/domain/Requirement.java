package io.redress.resolution.domain;

import io.redress.contracts.RequestId;
import java.util.List;

/**
 * The requests whose answers a proposal needs (R102).
 *
 * @param requests in routing's order, which is also the order in which their ideas are offered
 */
public record Requirement(List<RequestId> requests) {
    public Requirement {
        requests = List.copyOf(requests);
    }
}
