package io.redress.intake.application;

import io.redress.chassis.store.Fingerprint;
import io.redress.chassis.store.IndexEntry;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Kinship;
import io.redress.intake.domain.Kinship.Joined;
import java.util.List;

/** By what a case is found when its customer speaks again, and by what a repeated request finds it. */
final class KinshipEntries {
    private static final int CUSTOMER_DIGITS = 32;

    private KinshipEntries() {}

    static void of(Filed filed, String latestFirst, List<IndexEntry> entries) {
        Kinship kinship = filed.kinship();
        for (Joined joined : kinship.joined()) {
            entries.add(IndexEntry.unique(IntakeDefinition.BY_KEY, joined.key()));
            if (joined.reference() != null
                    && !joined.reference().equals(filed.complaint().reference())) {
                entries.add(IndexEntry.unique(IntakeDefinition.BY_REFERENCE, joined.reference()));
            }
        }
        if (filed.takesFurtherWords()) {
            String customer = customer(filed.complaint().customer().reference());
            entries.add(IndexEntry.sorted(IntakeDefinition.BY_KIN_CUSTOMER, customer, latestFirst));
            for (String band : kinship.sketch().bands()) {
                entries.add(IndexEntry.sorted(IntakeDefinition.BY_KIN_BAND, band(customer, band), latestFirst));
            }
        }
        if (kinship.unfinished()) {
            entries.add(IndexEntry.sorted(IntakeDefinition.BY_KIN_UNFINISHED, "yes", latestFirst));
        }
    }

    /** A customer as an index knows them. */
    static String customer(String reference) {
        return Fingerprint.of(reference).substring(0, CUSTOMER_DIGITS);
    }

    /** A band of one customer's words. */
    static String band(String customer, String band) {
        return customer + ":" + band;
    }
}
