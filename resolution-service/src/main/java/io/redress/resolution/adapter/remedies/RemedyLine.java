package io.redress.resolution.adapter.remedies;

import io.redress.contracts.Remedy;
import io.redress.contracts.Wire;
import io.redress.resolution.application.RemedyOrder;
import java.time.Instant;

/** A line of the file: a remedy that was carried out. */
record RemedyLine(String id, Instant at, String account, Remedy remedy, String because) {

    static RemedyLine of(RemedyOrder order, Instant now) {
        return new RemedyLine(order.remedyId(), now, order.account(), order.remedy(), order.because());
    }

    static RemedyLine read(byte[] json) {
        return Wire.mapper().readValue(json, RemedyLine.class);
    }

    byte[] json() {
        return Wire.mapper().writeValueAsBytes(this);
    }

    /** Whether it is what was ordered, whenever that was. */
    boolean is(RemedyOrder order) {
        return account.equals(order.account()) && remedy.isSameAs(order.remedy());
    }
}
