package io.redress.intake.domain.messages;

import io.redress.intake.domain.Formality;

/** Which file speaks: one per language for the formal address, one for the informal. */
record TextKey(String language, Formality formality) {

    /** The file's name without ending, for example {@code it-informal}; part of its version. */
    String name() {
        return formality == Formality.FORMAL ? language : language + "-" + formality.wireName();
    }

    String path() {
        return "messages/" + name() + ".yaml";
    }
}
