package io.redress.routing.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Owner;
import io.redress.routing.domain.RoutingCommand.Route;
import java.util.Arrays;
import java.util.List;

/** A complaint of which Andrei of the front desk takes care, and what it may be about. */
final class Example {
    private Example() {}

    static Complaint complaint(CaseId id) {
        return complaint(id, "You charged me twice!");
    }

    static Complaint complaint(CaseId id, String words) {
        return new Complaint(
                id,
                new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                new Customer("C-1042", Customer.Tier.STANDARD),
                "en",
                words,
                "webshop");
    }

    /** Surely enough for everybody. */
    static Diagnosis about(String... natures) {
        return new Diagnosis(
                Arrays.stream(natures)
                        .map(it -> new Hypothesis(it, Cause.SERVICE_FAILURE, 0.9, List.of(), "rule"))
                        .toList(),
                false,
                false);
    }

    static Route route(String... natures) {
        return new Route(about(natures));
    }
}
