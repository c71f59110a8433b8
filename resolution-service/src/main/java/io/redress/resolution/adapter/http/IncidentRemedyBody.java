package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.IncidentId;
import io.redress.contracts.Limits;
import io.redress.contracts.Remedy;
import io.redress.resolution.domain.IncidentRemedyCommand.ProposeRemedy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What everybody affected by an incident is to receive, and why. */
record IncidentRemedyBody(
        @Nullable RemedyBody remedy, @Nullable String reason) implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/remedy", remedy)
                .inside("/remedy", remedy)
                .required("/reason", reason)
                .length("/reason", reason, 1, Limits.NOTE);
    }

    ProposeRemedy command(IncidentId incident, String by) {
        return new ProposeRemedy(incident, requireNonNull(remedy).remedy(), requireNonNull(reason), by);
    }

    /** Money needs an amount, goods an item. */
    record RemedyBody(
            @Nullable String kind,
            @Nullable AmountBody amount,
            @Nullable String item) implements Checked {
        private static final List<String> KINDS = List.of("refund", "credit", "shipment");

        @Override
        public void check(Checks checks) {
            checks.required("/kind", kind)
                    .oneOf("/kind", kind, KINDS)
                    .inside("/amount", amount)
                    .that(
                            amount == null || amount.isPositive(),
                            "/amount/amount",
                            "Expected more than nothing, but got " + (amount == null ? "" : amount.amount()) + ".")
                    .length("/item", item, 1, Limits.TITLE)
                    .that(!isGoods() || item != null, "/item", "Expected what is sent, but got nothing.")
                    .that(
                            isGoods() || kind == null || amount != null,
                            "/amount",
                            "Expected how much, but got nothing.");
        }

        private boolean isGoods() {
            return "shipment".equals(kind);
        }

        Remedy remedy() {
            return new Remedy(requireNonNull(kind), amount == null ? null : amount.money(), item);
        }
    }
}
