package io.redress.intake.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a contact wishes to be addressed (R145): formal is the rule, informal the contact's own wish. */
public enum Formality {
    FORMAL,
    INFORMAL;

    /** As the contact wishes it; formally where nothing else was wished, or nobody is known. */
    public static Formality of(Complaint.@Nullable Contact contact) {
        Formality wished = contact == null ? null : contact.formality();
        return wished == null ? FORMAL : wished;
    }

    /** The name on the wire, for example {@code informal}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
