package io.redress.intake.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.intake.domain.Contacts;
import io.redress.intake.domain.IntakeState.Filed;
import java.util.List;

/** The look-ups by which a consultant's cases are found. */
final class ConsultantEntries {
    private ConsultantEntries() {}

    static void of(Filed filed, String latestFirst, List<IndexEntry> entries) {
        String consultant = filed.complaint().owner().id();
        Contacts.Wish wish = filed.conversation().contacts().wish();
        if (!ConsultantLoads.Load.of(filed).equals(ConsultantLoads.Load.NONE)) {
            entries.add(IndexEntry.sorted(IntakeDefinition.BY_CONSULTANT, consultant, latestFirst));
        }
        if (wish != null) {
            entries.add(IndexEntry.sorted(
                    IntakeDefinition.BY_CONTACT,
                    consultant,
                    String.format("%016x", wish.dueAt().toEpochMilli())));
        }
    }
}
