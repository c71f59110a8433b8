package io.redress.routing.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.contracts.Severity;
import io.redress.routing.domain.Industry;
import io.redress.routing.domain.RoutingRow;
import io.redress.routing.domain.RoutingRow.Amount;
import io.redress.routing.domain.RoutingRow.Clearance;
import io.redress.routing.domain.RoutingRow.Involved;
import io.redress.routing.domain.RoutingRow.When;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a draft. */
record RowBody(
        @Nullable String id,
        @Nullable WhenBody when,
        @Nullable String lead,
        @Nullable String reason,
        @Nullable String ask,
        @Nullable List<InvolvedBody> involved,
        @Nullable List<ClearanceBody> gates,
        @Nullable List<ClearanceBody> forbids,
        @Nullable List<String> before,
        @Nullable String by,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil)
        implements Checked {
    private static final String DEPARTMENT = "a department code";
    private static final Pattern ROW = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int MOST = 50;
    private static final int SENTENCE = 500;

    @Override
    public void check(Checks checks) {
        DraftBody.id(checks, "/id", id);
        checks.inside("/when", when)
                .matches("/lead", lead, DraftBody.NAME, DEPARTMENT)
                .matches("/by", by, DraftBody.NAME, DEPARTMENT)
                .length("/reason", reason, 1, SENTENCE)
                .length("/ask", ask, 1, SENTENCE)
                .each("/involved", involved, MOST)
                .each("/gates", gates, MOST)
                .each("/forbids", forbids, MOST)
                .that(
                        (lead == null) == (reason == null),
                        "/reason",
                        "Expected lead and reason together, but got only one.")
                .that(
                        lead != null || isSome(involved) || isSome(gates) || isSome(forbids),
                        "/lead",
                        "Expected a lead, an involved department, a gate or what it forbids, but got none.");
        DraftBody.names(checks, "/before", before, DraftBody.MOST_ROWS, ROW, "the id of a row");
    }

    private static boolean isSome(@Nullable List<?> list) {
        return list != null && !list.isEmpty();
    }

    /** Only for a checked body. */
    RoutingRow row() {
        return new RoutingRow(
                Objects.requireNonNull(id),
                when == null ? null : when.when(),
                code(lead),
                reason,
                ask,
                involved == null
                        ? null
                        : involved.stream().map(InvolvedBody::involved).toList(),
                clearances(gates),
                clearances(forbids),
                before,
                code(by),
                validFrom,
                validUntil);
    }

    private static @Nullable DepartmentCode code(@Nullable String code) {
        return code == null ? null : new DepartmentCode(code);
    }

    private static @Nullable List<Clearance> clearances(@Nullable List<ClearanceBody> bodies) {
        return bodies == null
                ? null
                : bodies.stream().map(ClearanceBody::clearance).toList();
    }

    /** What must hold for a row to fit. */
    record WhenBody(
            @Nullable List<String> natures,
            @Nullable Cause cause,
            Customer.@Nullable Tier tier,
            @Nullable Boolean publicImpact,
            @Nullable Boolean crisis,
            @Nullable Industry industry,
            @Nullable AmountBody amount,
            @Nullable List<Severity> severities,
            @Nullable Boolean massOutage)
            implements Checked {
        @Override
        public void check(Checks checks) {
            DraftBody.natures(checks, "/natures", natures);
            checks.inside("/amount", amount);
            checks.that(
                    severities == null || severities.stream().allMatch(Objects::nonNull),
                    "/severities",
                    "Expected severities, but got null.");
        }

        When when() {
            return new When(
                    natures,
                    cause,
                    tier,
                    publicImpact,
                    crisis,
                    industry,
                    amount == null ? null : new Amount(amount.from(), amount.below()),
                    severities,
                    massOutage);
        }
    }

    /** Amounts in whole units of whatever currency. */
    record AmountBody(@Nullable Long from, @Nullable Long below) implements Checked {
        private static final long MOST_MONEY = 1_000_000_000_000_000L;

        @Override
        public void check(Checks checks) {
            checks.range("/from", from, 0, MOST_MONEY).range("/below", below, 0, MOST_MONEY);
        }
    }

    /** A department that has a part beside the lead. */
    record InvolvedBody(
            @Nullable String department,
            @Nullable String kind,
            @Nullable String reason) implements Checked {
        @Override
        public void check(Checks checks) {
            checks.required("/department", department)
                    .matches("/department", department, DraftBody.NAME, DEPARTMENT)
                    .required("/kind", kind)
                    .oneOf("/kind", kind, List.of(RequestKind.INFORMATION.name(), RequestKind.SOLUTION.name()))
                    .required("/reason", reason)
                    .length("/reason", reason, 1, SENTENCE);
        }

        Involved involved() {
            return new Involved(
                    new DepartmentCode(Objects.requireNonNull(department)),
                    RequestKind.valueOf(Objects.requireNonNull(kind)),
                    Objects.requireNonNull(reason));
        }
    }

    /** A department whose clearance is needed, or forbidden. */
    record ClearanceBody(
            @Nullable String department, @Nullable String reason) implements Checked {
        @Override
        public void check(Checks checks) {
            checks.required("/department", department)
                    .matches("/department", department, DraftBody.NAME, DEPARTMENT)
                    .required("/reason", reason)
                    .length("/reason", reason, 1, SENTENCE);
        }

        Clearance clearance() {
            return new Clearance(
                    new DepartmentCode(Objects.requireNonNull(department)), Objects.requireNonNull(reason));
        }
    }
}
