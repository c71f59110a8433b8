package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The customer wants to be contacted: by when and on which channel, if that matters. */
record ContactWishBody(@Nullable Instant by, @Nullable String how) implements Checked {

    @Override
    public void check(Checks checks) {
        checks.oneOf("/how", how, ComplaintBody.CHANNELS);
    }
}
