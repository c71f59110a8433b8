package io.redress.intake.domain;

import java.util.Locale;

/** How a contact wishes to be addressed (R145): formal is the rule, informal the contact's own wish. */
public enum Formality {
    FORMAL,
    INFORMAL;

    /** The name on the wire, for example {@code informal}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
